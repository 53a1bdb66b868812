using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Languages;
using Workbench.Core.Memory;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;
using Workbench.Core.Text;

namespace Workbench.TestKit.Storage;

/// <summary>
/// One entity of every type with every property filled, with text that a careless store spoils. A new entity type, or a new
/// property of an old one, needs a value here: the contract suite finds it missing.
/// </summary>
public static class EntitySamples
{
    /// <summary>Edge white space, NBSP, NFD beside NFC, a zero-width space, an emoji of several code points, controls and quotes.</summary>
    public const string HardText = " \u00A0\"각\" \u1100\u1161\u11A8 wo\u200Brd \t{$._id} 'ㅎ' \uD83D\uDC69\u200D\uD83D\uDCBB \u0001\uFFFF\r\n ";

    private static readonly DateTimeOffset At = new DateTimeOffset(1950, 6, 25, 4, 0, 0, TimeSpan.Zero).AddTicks(1_234_567);

    private static readonly ActorId Who = new("actor-1");

    private static readonly EntityVersion Seen = new(1, 7);

    private static readonly InlineText Coded = InlineText.Of(
        HardText + "a b",
        new InlineCode { Id = "1", Kind = InlineCodeKind.Start, Offset = 1, DataRef = "d1", Display = "b", Type = "fmt:b", CanDelete = true },
        new InlineCode { Id = "1", Kind = InlineCodeKind.End, Offset = 4, DataRef = "d2", Display = "b", Type = "fmt:b", CanDelete = true },
        new InlineCode { Id = "2", Kind = InlineCodeKind.Placeholder, Offset = HardText.Length + 1, Reads = " ", DataRef = "d3", Display = "↵", Type = "wb:seam", CanDelete = true });

    private static readonly ImmutableArray<Property> Properties = [new("x-type", HardText), new("", "")];

    /// <summary>One of each type, none stored yet.</summary>
    public static ImmutableArray<Entity> All { get; } =
    [
        new Actor { Id = Who, Name = HardText },
        new Setting { Owner = "actor-1", Name = "last-document", Value = HardText },
        new Project
        {
            Id = new("project-1"),
            Name = HardText,
            SourceLanguage = LanguageTag.English,
            TargetLanguage = LanguageTag.KoreanNorth,
            Wording = WordingPolicy.OfficialWithNotes,
            Glossaries = [new("glossary-1"), new("glossary-2")],
            Memories = [new("memory-1"), new("memory-2")],
            CreatedAt = At,
        },
        new Document
        {
            Id = new("document-1"),
            ProjectId = new("project-1"),
            FileName = HardText,
            FormatId = "plain-text",
            OriginalBlob = new string('a', 64),
            Encoding = "ks_c_5601-1987",
            Publication = new Publication
            {
                Title = HardText,
                Name = "Foreign Trade",
                IssueAndPage = "2/2014, 3",
                Author = "an organ",
                Genre = "article",
                Audience = "abroad",
                LanguageEdition = "English edition",
                Date = new DateOnly(1953, 7, 27),
                Address = "https://example.org/?a=1&b=2",
                AccessedOn = new DateOnly(2026, 11, 25),
                RightsNote = HardText,
            },
            ImportWarnings =
            [
                new Problem("text-repaired", ("count", 3), ("name", HardText), ("size", 5_000_000_000L), ("exact", true), ("share", 0.5))
                {
                    Severity = Severity.Warning,
                    Place = new Place(12, 3, "word/document.xml"),
                },
            ],
            ImportedAt = At,
        },
        new Unit
        {
            Id = new("unit-1"),
            DocumentId = new("document-1"),
            Index = 4,
            Kind = UnitKind.Heading,
            Parts = ["p1", HardText],
            OriginalData = ImmutableDictionary.CreateRange(
                StringComparer.Ordinal, [KeyValuePair.Create("d1", "<b>"), KeyValuePair.Create("D1", HardText), KeyValuePair.Create("a.b$", "x")]),
        },
        new Segment
        {
            Id = new("segment-1"),
            DocumentId = new("document-1"),
            UnitId = new("unit-1"),
            Position = 3 * Segment.PositionStep,
            XliffId = "s1",
            Source = Coded,
            Target = Coded,
            State = SegmentState.Reviewed,
            ChangedAt = At,
            Origin = TargetOrigin.Memory,
            Trailing = " \n",
            IsHeading = true,
        },
        new Revision
        {
            Id = new("revision-1"),
            SegmentId = new("segment-1"),
            Target = Coded,
            State = SegmentState.Final,
            Origin = TargetOrigin.Restored,
            Actor = Who,
            At = At,
        },
        new Draft
        {
            SegmentId = new("segment-1"),
            DocumentId = new("document-1"),
            Actor = Who,
            Tab = "tab-1",
            BasedOn = Seen,
            ClientSequence = 5_000_000_000,
            Target = Coded,
            At = At,
        },
        new Alternative { Id = new("alternative-1"), SegmentId = new("segment-1"), Target = Coded, Actor = Who, At = At, BasedOn = Seen },
        new Note { Id = new("note-1"), SegmentId = new("segment-1"), Text = HardText, Actor = Who, At = At },
        new IgnoredIssue
        {
            Id = new("ignored-1"),
            DocumentId = new("document-1"),
            SegmentId = new("segment-1"),
            CheckId = "double-space",
            Quoted = HardText,
            Occurrence = 2,
            Reason = HardText,
        },
        new TranslationMemory
        {
            Id = new("memory-1"),
            Name = HardText,
            SourceLanguage = LanguageTag.English,
            TargetLanguage = LanguageTag.KoreanSouth,
        },
        new TranslationUnit
        {
            Id = new("tu-1"),
            MemoryId = new("memory-1"),
            Source = Coded,
            Target = Coded,
            Origin = TargetOrigin.Import,
            DocumentKey = "document-1",
            SegmentKey = "segment-1",
            PreviousHash = "0011",
            NextHash = "2233",
            Properties = Properties,
            CreatedBy = Who,
            CreatedAt = At,
            ChangedAt = At.AddTicks(1),
        },
        new Glossary { Id = new("glossary-1"), Name = HardText, Description = HardText },
        Concept("concept-1") with { Version = default },
        new ConceptRevision
        {
            Id = new("concept-revision-1"),
            Entry = Concept("concept-2"),
            Deleted = true,
            Actor = Who,
            At = At,
        },
        new TermDismissal
        {
            Id = new("dismissal-1"),
            ProjectId = new("project-1"),
            ConceptId = new("concept-1"),
            Words = HardText,
            Before = HardText,
            After = HardText,
            Actor = Who,
            At = At,
        },
    ];

    private static ConceptEntry Concept(string id) => new()
    {
        Version = Seen,
        Id = new(id),
        GlossaryId = new("glossary-1"),
        ConceptId = "NK0001",
        SubjectField = "politics",
        Definition = HardText,
        DefinitionSource = "a dictionary",
        DefinitionReliability = Reliability.Medium,
        Note = HardText,
        Source = "a book",
        Languages =
        [
            new LanguageSection(LanguageTag.KoreanNorth, [new TermSection
            {
                Text = HardText,
                PartOfSpeech = "vn",
                Type = TermType.Phrase,
                Status = AdministrativeStatus.Superseded,
                ProcessStatus = ProcessStatus.Proposed,
                Wording = Wording.Literal,
                CaseSensitive = true,
                ValidFrom = new PartialDate("1972"),
                ValidTo = new PartialDate("2016-06-29"),
                Hanja = "主體",
                Context = HardText,
                ContextSource = "a paper",
                UsageNote = HardText,
                Source = "own knowledge",
                Reliability = Reliability.High,
                Attestation = "12 in 3 volumes",
                Properties = Properties,
            }]),
            new LanguageSection(LanguageTag.English, [new TermSection { Text = "b" }, new TermSection { Text = "a" }]),
        ],
        References = [new CrossReference(ReferenceKind.Succeeds, "NK0002", HardText)],
        Properties = Properties,
        SeedHash = "abcd",
        ChangedAt = At,
    };
}
