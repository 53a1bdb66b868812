using System.Collections.Frozen;
using System.Collections.Immutable;
using Workbench.Core.Memory;
using Workbench.Core.Terminology;

namespace Workbench.Formats.Terms;

/// <summary>One fact of an entry or a term as a column: its head, its cell, and the way back.</summary>
/// <param name="Read">The owner with what the cell says; null when the cell cannot say this.</param>
internal sealed record TermColumn<T>(string Name, Func<T, string> Write, Func<T, string, T?> Read) where T : class;

/// <summary>
/// The columns of our own table, one term a row. What is said of the whole concept stands in the first of its rows. Cross-references
/// and properties are a line each, as <see cref="GlossaryFacts"/> writes them.
/// </summary>
internal static class TermColumns
{
    public const string ConceptId = "concept_id";
    public const string Language = "language";
    public const string Term = "term";

    public static ImmutableArray<TermColumn<TermSection>> OfTerm { get; } =
    [
        new(Term, term => term.Text, (term, cell) => term with { Text = cell }),
        new("hanja", term => term.Hanja, (term, cell) => term with { Hanja = cell }),
        new("part_of_speech", term => term.PartOfSpeech, (term, cell) => term with { PartOfSpeech = cell }),
        new("term_type", term => TermNames.Of(term.Type), (term, cell) => TermNames.TryTermType(cell, out var type) ? term with { Type = type } : null),
        new("status", term => TermNames.Of(term.Status), (term, cell) => TermNames.TryStatus(cell, out var status) ? term with { Status = status } : null),
        new("wording", term => TermNames.Of(term.Wording), (term, cell) => TermNames.TryWording(cell, out var wording) ? term with { Wording = wording } : null),
        new("reliability", term => TermNames.Of(term.Reliability), (term, cell) => TermNames.TryReliability(cell, out var reliability) ? term with { Reliability = reliability } : null),
        new("process_status", term => TermNames.Of(term.ProcessStatus), (term, cell) => TermNames.TryProcessStatus(cell, out var status) ? term with { ProcessStatus = status } : null),
        new("case_sensitive", term => term.CaseSensitive ? "yes" : "", (term, cell) => YesOrNo(cell) is { } yes ? term with { CaseSensitive = yes } : null),
        new("valid_from", term => term.ValidFrom.ToString(), (term, cell) => term with { ValidFrom = new PartialDate(cell) }),
        new("valid_to", term => term.ValidTo.ToString(), (term, cell) => term with { ValidTo = new PartialDate(cell) }),
        new("usage_note", term => term.UsageNote, (term, cell) => term with { UsageNote = cell }),
        new("context", term => term.Context, (term, cell) => term with { Context = cell }),
        new("context_source", term => term.ContextSource, (term, cell) => term with { ContextSource = cell }),
        new("term_source", term => term.Source, (term, cell) => term with { Source = cell }),
        new("attestation", term => term.Attestation, (term, cell) => term with { Attestation = cell }),
        new("term_properties", term => Lines(term.Properties), (term, cell) => Properties(cell) is { } properties ? term with { Properties = properties } : null),
    ];

    public static ImmutableArray<TermColumn<ConceptEntry>> OfConcept { get; } =
    [
        new("subject_field", entry => entry.SubjectField, (entry, cell) => entry with { SubjectField = cell }),
        new("definition", entry => entry.Definition, (entry, cell) => entry with { Definition = cell }),
        new("definition_source", entry => entry.DefinitionSource, (entry, cell) => entry with { DefinitionSource = cell }),
        new(
            "definition_reliability",
            entry => entry.Definition.Length > 0 || entry.DefinitionReliability != Reliability.Unverified ? TermNames.Of(entry.DefinitionReliability) : "",
            (entry, cell) => TermNames.TryReliability(cell, out var reliability) ? entry with { DefinitionReliability = reliability } : null),
        new("concept_note", entry => entry.Note, (entry, cell) => entry with { Note = cell }),
        new("concept_source", entry => entry.Source, (entry, cell) => entry with { Source = cell }),
        new(
            "references",
            entry => string.Join('\n', entry.References.Select(GlossaryFacts.Write)),
            (entry, cell) => References(cell) is { } references ? entry with { References = references } : null),
        new("concept_properties", entry => Lines(entry.Properties), (entry, cell) => Properties(cell) is { } properties ? entry with { Properties = properties } : null),
        new("seed_hash", entry => entry.SeedHash, (entry, cell) => entry with { SeedHash = cell }),
        new("changed_at", entry => TermNames.Time(entry.ChangedAt), (entry, cell) => TermNames.Time(cell) is var at && at != default ? entry with { ChangedAt = at } : null),
    ];

    /// <summary>In the order of the table.</summary>
    public static ImmutableArray<string> All { get; } =
        [ConceptId, Language, .. OfTerm.Select(column => column.Name), .. OfConcept.Select(column => column.Name)];

    private static readonly FrozenSet<string> Ours = All.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What other tables call our columns.</summary>
    private static readonly FrozenDictionary<string, string> Others = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["id"] = ConceptId,
        ["entry_id"] = ConceptId,
        ["lang"] = Language,
        ["pos"] = "part_of_speech",
        ["type"] = "term_type",
        ["administrative_status"] = "status",
        ["domain"] = "subject_field",
        ["subject"] = "subject_field",
        ["confidence"] = "reliability",
        ["comment"] = "usage_note",
        ["source"] = "term_source",
        ["note"] = "concept_note",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The head of a column as ours is called: without case, with underscores.</summary>
    public static string NameOf(string head)
    {
        var name = head.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');

        return Others.GetValueOrDefault(name, name);
    }

    /// <summary>Where each name stands first, so that a row need not be searched for each of its cells.</summary>
    public static FrozenDictionary<string, int> PlacesOf(ImmutableArray<string> names) => names.Index()
        .DistinctBy(name => name.Item, StringComparer.Ordinal)
        .ToFrozenDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);

    public static bool IsOurs(string name) => Ours.Contains(name);

    private static bool? YesOrNo(string cell) => cell.Trim().ToLowerInvariant() switch
    {
        "yes" or "true" or "1" => true,
        "no" or "false" or "0" => false,
        _ => null,
    };

    private static string Lines(ImmutableArray<Property> properties) => string.Join('\n', properties.Select(GlossaryFacts.Write));

    private static ImmutableArray<Property>? Properties(string cell) =>
        Each<Property>(cell, static (string line, out Property? property) => GlossaryFacts.TryReadProperty(line, out property));

    private static ImmutableArray<CrossReference>? References(string cell) =>
        Each<CrossReference>(cell, static (string line, out CrossReference? reference) => GlossaryFacts.TryReadReference(line, out reference));

    private delegate bool Reading<T>(string line, out T? read);

    private static ImmutableArray<T>? Each<T>(string cell, Reading<T> reading) where T : class
    {
        var all = ImmutableArray.CreateBuilder<T>();
        foreach (var line in cell.Split('\n'))
        {
            if (line.Trim().Length == 0)
            {
                continue;
            }

            if (!reading(line.TrimEnd('\r'), out var read))
            {
                return null;
            }

            all.Add(read!);
        }

        return all.ToImmutable();
    }
}
