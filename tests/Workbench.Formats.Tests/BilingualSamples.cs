using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Terminology;
using Workbench.Core.Text;

namespace Workbench.Formats.Tests;

/// <summary>Bilingual documents as an export hands them to a format.</summary>
internal static class BilingualSamples
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.FromHours(9));

    /// <summary>One unit of several segments; a target that is empty is not there yet.</summary>
    public static BilingualDocument Document(params ReadOnlySpan<(InlineText Source, InlineText Target, string Trailing)> segments) =>
        Document(ImmutableDictionary<string, string>.Empty, segments);

    public static BilingualDocument Document(
        ImmutableDictionary<string, string> data, params ReadOnlySpan<(InlineText Source, InlineText Target, string Trailing)> segments)
    {
        var documentId = new DocumentId("d0c");
        var unit = new Unit { Id = new UnitId("0a1b"), DocumentId = documentId, Index = 0, Parts = ["line-1"], OriginalData = data };
        var rows = new List<BilingualRow>();
        foreach (var (source, target, trailing) in segments)
        {
            var number = rows.Count + 1;
            var segment = new Segment
            {
                Id = new SegmentId($"5e9{number}"),
                DocumentId = documentId,
                UnitId = unit.Id,
                Position = number * Segment.PositionStep,
                Source = source,
                Target = target,
                Trailing = trailing,
                State = target.IsEmpty ? SegmentState.Initial : (SegmentState)(number % 4),
                ChangedAt = target.IsEmpty ? null : Noon,
            };
            rows.Add(new BilingualRow(number, segment, [], []));
        }

        return new BilingualDocument
        {
            Project = new Project
            {
                Id = new ProjectId("9"),
                Name = "Sample",
                SourceLanguage = LanguageTag.English,
                TargetLanguage = LanguageTag.KoreanNorth,
                CreatedAt = Noon,
            },
            Document = new Document
            {
                Id = documentId,
                ProjectId = new ProjectId("9"),
                FileName = "article <1>.txt",
                FormatId = "plain-text",
                OriginalBlob = "b",
                ImportedAt = Noon,
                Publication = new Publication { Title = "Foreign Trade & Co", Name = "Foreign Trade", Date = new DateOnly(2010, 1, 1) },
            },
            Units = [unit],
            Rows = [.. rows],
            SegmentCount = rows.Count,
            Translator = "A translator",
            ExportedAt = Noon,
        };
    }

    /// <summary>With a remark and a term on the first row.</summary>
    public static BilingualDocument WithNotesAndTerms(this BilingualDocument document)
    {
        var concept = new ConceptEntry
        {
            Id = new ConceptEntryId("c1"),
            GlossaryId = new GlossaryId("g"),
            ConceptId = "NK0002",
            Definition = "Trade of the state with other countries.",
            Languages =
            [
                new LanguageSection(LanguageTag.English, [new TermSection { Text = "foreign trade", Reliability = Reliability.High }]),
                new LanguageSection(LanguageTag.KoreanNorth,
                [
                    new TermSection { Text = "대외무역", Hanja = "對外貿易", Reliability = Reliability.High, Source = "New Year texts" },
                    new TermSection { Text = "무역", Reliability = Reliability.Unverified },
                ]),
            ],
        };
        var row = document.Rows[0];
        var hit = new TermHit(new TextSpan(0, 1), concept, concept.Languages[0].Terms[0], TermHitKind.Exact);
        var note = new Note { Id = new NoteId("n"), SegmentId = row.Segment.Id, Text = "Check <this>.", Actor = new ActorId("a"), At = Noon };

        return document with
        {
            Concepts = [concept],
            Rows = [row with { Notes = [note], Terms = [hit] }, .. document.Rows.Skip(1)],
        };
    }
}
