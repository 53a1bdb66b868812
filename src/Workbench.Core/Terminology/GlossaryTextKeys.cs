using System.Collections.Frozen;

namespace Workbench.Core.Terminology;

/// <summary>The words of <see cref="GlossaryText"/>: keys, and the values of enumerations in kebab-case.</summary>
internal static class GlossaryTextKeys
{
    public const string SubjectField = "subject-field";
    public const string Definition = "definition";
    public const string DefinitionSource = "definition-source";
    public const string DefinitionReliability = "definition-reliability";
    public const string Note = "note";
    public const string Source = "source";
    public const string Property = "property";
    public const string PartOfSpeech = "part-of-speech";
    public const string Type = "type";
    public const string Status = "status";
    public const string Process = "process";
    public const string Wording = "wording";
    public const string Case = "case";
    public const string CaseExact = "exact";
    public const string ValidFrom = "valid-from";
    public const string ValidTo = "valid-to";
    public const string Hanja = "hanja";
    public const string Context = "context";
    public const string ContextSource = "context-source";
    public const string UsageNote = "usage-note";
    public const string Reliability = "reliability";
    public const string Attestation = "attestation";

    public static string Name<T>(T value) where T : struct, Enum => Words<T>.Names[value];

    /// <returns>Null when <paramref name="word"/> is none of the words of <typeparamref name="T"/>.</returns>
    public static T? Parse<T>(string word) where T : struct, Enum => Words<T>.Values.TryGetValue(word, out var value) ? value : null;

    private static class Words<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Names = Enum.GetValues<T>().ToFrozenDictionary(value => value, Kebab);

        public static readonly FrozenDictionary<string, T> Values =
            Enum.GetValues<T>().ToFrozenDictionary(Kebab, StringComparer.Ordinal);

        private static string Kebab(T value) => string.Concat(value.ToString().Select(
            (unit, at) => char.IsUpper(unit) ? (at > 0 ? "-" : "") + char.ToLowerInvariant(unit) : unit.ToString()));
    }
}
