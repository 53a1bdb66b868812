using System.Collections.Frozen;
using System.Globalization;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;

namespace Workbench.Formats.Terms;

/// <summary>The words that files use for the glossary's lists: kebab-case, as our own tables write them.</summary>
internal static class TermNames
{
    private static readonly FrozenDictionary<string, AdministrativeStatus> Statuses = Names<AdministrativeStatus>(
        ("forbidden", AdministrativeStatus.Deprecated), ("obsolete", AdministrativeStatus.Superseded));

    private static readonly FrozenDictionary<string, ProcessStatus> ProcessStatuses = Names<ProcessStatus>();
    private static readonly FrozenDictionary<string, TermType> TermTypes = Names<TermType>();
    private static readonly FrozenDictionary<string, Wording> Wordings = Names<Wording>();
    private static readonly FrozenDictionary<string, Reliability> Reliabilities = Names<Reliability>();
    private static readonly FrozenDictionary<string, ReferenceKind> ReferenceKinds = Names<ReferenceKind>();

    public static string Of<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();

        return string.Concat(name.Select((letter, index) => char.IsUpper(letter)
            ? (index > 0 ? "-" : "") + char.ToLowerInvariant(letter)
            : letter.ToString()));
    }

    public static bool TryStatus(string name, out AdministrativeStatus status) => Statuses.TryGetValue(name.Trim(), out status);

    public static bool TryProcessStatus(string name, out ProcessStatus status) => ProcessStatuses.TryGetValue(name.Trim(), out status);

    public static bool TryTermType(string name, out TermType type) => TermTypes.TryGetValue(name.Trim(), out type);

    public static bool TryWording(string name, out Wording wording) => Wordings.TryGetValue(name.Trim(), out wording);

    public static bool TryReliability(string name, out Reliability reliability) => Reliabilities.TryGetValue(name.Trim(), out reliability);

    public static bool TryReferenceKind(string name, out ReferenceKind kind) => ReferenceKinds.TryGetValue(name.Trim(), out kind);

    public static string Time(DateTimeOffset at) => at == default ? "" : at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? at
            : default;

    /// <summary>An entry that no glossary holds yet; whoever stores it gives it its ids.</summary>
    public static ConceptEntry NewEntry(string conceptId) => new()
    {
        Id = new ConceptEntryId(""),
        GlossaryId = new GlossaryId(""),
        ConceptId = conceptId,
        Version = EntityVersion.None,
    };

    private static FrozenDictionary<string, T> Names<T>(params ReadOnlySpan<(string Name, T Value)> others) where T : struct, Enum
    {
        var names = Enum.GetValues<T>().ToDictionary(value => Of(value), value => value, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in others)
        {
            names[name] = value;
        }

        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
