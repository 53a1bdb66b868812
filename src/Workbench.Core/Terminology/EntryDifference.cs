using System.Collections.Immutable;
using Workbench.Core.Languages;

namespace Workbench.Core.Terminology;

/// <summary>A part of an entry that a person reads and writes.</summary>
public enum EntryPart
{
    SubjectField,
    Definition,
    DefinitionSource,
    DefinitionReliability,
    Note,
    Source,
    Reference,
    Property,
    Term,
    PartOfSpeech,
    Type,
    Status,
    ProcessStatus,
    Wording,
    CaseSensitive,
    ValidFrom,
    ValidTo,
    Hanja,
    Context,
    ContextSource,
    UsageNote,
    TermSource,
    Reliability,
    Attestation,
    TermProperty,
}

/// <summary>One thing that is different in two states of an entry.</summary>
/// <param name="Language">Of the term; null when the change is not in a term.</param>
/// <param name="Term">The term it is about; empty when it is about the entry, or when the term itself came, went or was rewritten.</param>
/// <param name="Before">Empty when it was not there. A choice is the name of its enumeration member, a flag <c>True</c> or <c>False</c>.</param>
public sealed record EntryChange(EntryPart Part, LanguageTag? Language, string Term, string Before, string After);

/// <summary>What is different in two states of an entry, in the order in which an entry is read.</summary>
public static class EntryDifference
{
    /// <param name="before">Null for an entry that was not there: everything it says is then a change.</param>
    public static ImmutableArray<EntryChange> Between(ConceptEntry? before, ConceptEntry after)
    {
        before ??= new ConceptEntry { Id = after.Id, GlossaryId = after.GlossaryId, ConceptId = after.ConceptId };
        var changes = ImmutableArray.CreateBuilder<EntryChange>();
        AddEach(changes, null, "", Facts(before), Facts(after));
        AddSets(changes, EntryPart.Reference, null, "", before.References.Select(Words), after.References.Select(Words));
        AddSets(changes, EntryPart.Property, null, "", before.Properties.Select(Words), after.Properties.Select(Words));
        foreach (var language in before.Languages.Concat(after.Languages).Select(section => section.Language).Distinct())
        {
            AddTerms(changes, language, TermsOf(before, language), TermsOf(after, language));
        }

        return changes.ToImmutable();
    }

    private static void AddTerms(
        ImmutableArray<EntryChange>.Builder changes, LanguageTag language, List<TermSection> before, List<TermSection> after)
    {
        foreach (var (old, now) in Paired(before, after))
        {
            if (old?.Text != now?.Text)
            {
                changes.Add(new EntryChange(EntryPart.Term, language, "", old?.Text ?? "", now?.Text ?? ""));
            }

            if (now is not null)
            {
                // Of a new term, only what is not the ordinary.
                var compared = old ?? new TermSection { Text = now.Text };
                AddEach(changes, language, now.Text, Facts(compared), Facts(now));
                AddSets(changes, EntryPart.TermProperty, language, now.Text, compared.Properties.Select(Words), now.Properties.Select(Words));
            }
        }
    }

    /// <summary>Terms that read alike belong together; of the others, one that came after one that went is that one rewritten.</summary>
    private static List<(TermSection? Old, TermSection? Now)> Paired(List<TermSection> before, List<TermSection> after)
    {
        var left = new List<TermSection>(before);
        var pairs = new List<(TermSection? Old, TermSection? Now)>();
        foreach (var now in after)
        {
            var same = left.Find(term => term.Text == now.Text && term.Wording == now.Wording) ?? left.Find(term => term.Text == now.Text);
            left.Remove(same!);
            pairs.Add((same, now));
        }

        for (var at = 0; at < pairs.Count && left.Count > 0; at++)
        {
            if (pairs[at].Old is null && left.Find(term => term.Wording == pairs[at].Now!.Wording) is { } rewritten)
            {
                left.Remove(rewritten);
                pairs[at] = (rewritten, pairs[at].Now);
            }
        }

        pairs.AddRange(left.Select(term => ((TermSection?)term, (TermSection?)null)));
        return pairs;
    }

    private static void AddEach(
        ImmutableArray<EntryChange>.Builder changes,
        LanguageTag? language,
        string term,
        (EntryPart Part, string Value)[] before,
        (EntryPart Part, string Value)[] after) =>
        changes.AddRange(before.Zip(after).Where(pair => pair.First.Value != pair.Second.Value)
            .Select(pair => new EntryChange(pair.First.Part, language, term, pair.First.Value, pair.Second.Value)));

    private static void AddSets(
        ImmutableArray<EntryChange>.Builder changes,
        EntryPart part,
        LanguageTag? language,
        string term,
        IEnumerable<string> before,
        IEnumerable<string> after)
    {
        var (old, now) = (before.ToArray(), after.ToArray());
        changes.AddRange(old.Except(now, StringComparer.Ordinal).Select(gone => new EntryChange(part, language, term, gone, "")));
        changes.AddRange(now.Except(old, StringComparer.Ordinal).Select(come => new EntryChange(part, language, term, "", come)));
    }

    private static (EntryPart Part, string Value)[] Facts(ConceptEntry entry) =>
    [
        (EntryPart.SubjectField, entry.SubjectField),
        (EntryPart.Definition, entry.Definition),
        (EntryPart.DefinitionSource, entry.DefinitionSource),
        (EntryPart.DefinitionReliability, entry.DefinitionReliability.ToString()),
        (EntryPart.Note, entry.Note),
        (EntryPart.Source, entry.Source),
    ];

    private static (EntryPart Part, string Value)[] Facts(TermSection term) =>
    [
        (EntryPart.PartOfSpeech, term.PartOfSpeech),
        (EntryPart.Type, term.Type.ToString()),
        (EntryPart.Status, term.Status.ToString()),
        (EntryPart.ProcessStatus, term.ProcessStatus.ToString()),
        (EntryPart.Wording, term.Wording.ToString()),
        (EntryPart.CaseSensitive, term.CaseSensitive.ToString()),
        (EntryPart.ValidFrom, term.ValidFrom.ToString()),
        (EntryPart.ValidTo, term.ValidTo.ToString()),
        (EntryPart.Hanja, term.Hanja),
        (EntryPart.Context, term.Context),
        (EntryPart.ContextSource, term.ContextSource),
        (EntryPart.UsageNote, term.UsageNote),
        (EntryPart.TermSource, term.Source),
        (EntryPart.Reliability, term.Reliability.ToString()),
        (EntryPart.Attestation, term.Attestation),
    ];

    private static List<TermSection> TermsOf(ConceptEntry entry, LanguageTag language) =>
        [.. entry.Languages.Where(section => section.Language == language).SelectMany(section => section.Terms)];

    private static string Words(CrossReference reference) =>
        $"{reference.Kind}: {reference.ConceptId} {reference.Note}".TrimEnd();

    private static string Words(Memory.Property property) => $"{property.Type} = {property.Value}";
}
