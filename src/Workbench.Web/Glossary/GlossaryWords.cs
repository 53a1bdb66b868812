using Microsoft.Extensions.Localization;
using Workbench.Core;
using Workbench.Core.Terminology;

namespace Workbench.Web.Glossary;

/// <summary>What the parts and choices of an entry are called.</summary>
internal static class GlossaryWords
{
    /// <summary>The parts of speech that the starter glossary knows; a glossary may have others, which are shown as they are written.</summary>
    public static IReadOnlyList<string> PartsOfSpeech { get; } = ["n", "pn", "vn", "v", "adj", "adv", "phr"];

    public static string Of<T>(IStringLocalizer<Strings> strings, T value) where T : struct, Enum =>
        strings[$"Glossary_{typeof(T).Name}_{value}"];

    public static string SubjectField(IStringLocalizer<Strings> strings, string field) => OrItself(strings[$"Glossary_Field_{field}"], field);

    public static string PartOfSpeech(IStringLocalizer<Strings> strings, string part) => OrItself(strings[$"Glossary_Pos_{part}"], part);

    /// <summary>A value of a change, in words: choices are named, texts are themselves.</summary>
    public static string Value(IStringLocalizer<Strings> strings, EntryPart part, string value) => value.Length == 0 ? "" : part switch
    {
        EntryPart.SubjectField => SubjectField(strings, value),
        EntryPart.PartOfSpeech => PartOfSpeech(strings, value),
        EntryPart.DefinitionReliability or EntryPart.Reliability => strings[$"Glossary_Reliability_{value}"],
        EntryPart.Type => strings[$"Glossary_TermType_{value}"],
        EntryPart.Status => strings[$"Glossary_AdministrativeStatus_{value}"],
        EntryPart.ProcessStatus => strings[$"Glossary_ProcessStatus_{value}"],
        EntryPart.Wording => strings[$"Glossary_Wording_{value}"],
        EntryPart.CaseSensitive => strings[value == bool.TrueString ? "Glossary_Yes" : "Glossary_No"],
        EntryPart.TermProperty when value == $"{TermSection.Forbidden.Type} = {TermSection.Forbidden.Value}" => strings["Glossary_Forbidden"],
        EntryPart.TermProperty when value == $"{TermSection.NeverRecognised.Type} = {TermSection.NeverRecognised.Value}" => strings["Glossary_NeverRecognised"],
        _ => value,
    };

    private static string OrItself(LocalizedString found, string value) => found.ResourceNotFound ? value : found.Value;
}
