using System.Collections.Immutable;
using CsCheck;
using Workbench.Core.Languages;
using Workbench.Core.Memory;
using Workbench.Core.Terminology;

namespace Workbench.Formats.Tests;

/// <summary>Concept entries with everything an entry can hold.</summary>
internal static class GlossarySamples
{
    private static readonly string[] PartsOfSpeech = ["", "n", "vn", "pn", "noun", "other", "phr"];
    private static readonly string[] Dates = ["", "1972", "2016-06", "2016-06-29"];
    private static readonly string[] ConceptIds = ["NK0001", "NK0002", "1", "a b", "조선", "_c1", "=1"];
    private static readonly LanguageTag[] Tags = [LanguageTag.English, LanguageTag.KoreanNorth, LanguageTag.KoreanSouth, LanguageTag.Of("zh-Hant")];

    private static readonly Gen<Property> Property = Gen.Select(Gen.Int[0, 6], Samples.Text).Select((kind, value) => kind switch
    {
        0 => new Property("slug", value),
        1 => new Property("tbx:admin:productSubset", value),
        2 => new Property("tbx:termNote:gender", value),
        3 => new Property("tbx:xml:transacGrp", "<transacGrp><transac type=\"transactionType\">origination</transac></transacGrp>"),
        4 => new Property("tbx:admin:source", value),
        5 => new Property("tbx:xml:transacGrp", value),
        _ => new Property("a:b=c\\d " + value, "x"),
    });

    private static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<T> OneOf<T>() where T : struct, Enum => OneOf(Enum.GetValues<T>());

    /// <summary>A term is not empty; everything else may be.</summary>
    public static Gen<TermSection> Term { get; } =
        from texts in Samples.Text.Array[9]
        from type in OneOf<TermType>()
        from status in OneOf<AdministrativeStatus>()
        from process in OneOf<ProcessStatus>()
        from wording in OneOf<Wording>()
        from reliability in OneOf<Reliability>()
        from caseSensitive in Gen.Bool
        from pos in OneOf(PartsOfSpeech)
        from dates in OneOf(Dates).Array[2]
        from properties in Property.Array[0, 3]
        select new TermSection
        {
            Text = texts[0] + "x",
            PartOfSpeech = pos,
            Type = type,
            Status = status,
            ProcessStatus = process,
            Wording = wording,
            CaseSensitive = caseSensitive,
            ValidFrom = new PartialDate(dates[0]),
            ValidTo = new PartialDate(dates[1]),
            Hanja = texts[1],
            Context = texts[2],
            ContextSource = texts[3],
            UsageNote = texts[4],
            Source = texts[5],
            Reliability = reliability,
            Attestation = texts[6],
            Properties = [.. properties],
        };

    private static readonly Gen<ConceptEntry> Concept =
        from texts in Samples.Text.Array[6]
        from reliability in OneOf<Reliability>()
        from terms in Term.Array[1, 3].Array[0, 4]
        from kinds in OneOf<ReferenceKind>().Array[0, 3]
        from targets in OneOf(ConceptIds).Array[3]
        from properties in Property.Array[0, 3]
        from minutes in Gen.Int[0, 3]
        select new ConceptEntry
        {
            Id = new ConceptEntryId(""),
            GlossaryId = new GlossaryId(""),
            ConceptId = "",
            SubjectField = texts[0],
            Definition = texts[1],
            DefinitionSource = texts[2],
            DefinitionReliability = reliability,
            Note = texts[3],
            Source = texts[4],
            SeedHash = minutes == 0 ? "" : "abc",
            ChangedAt = minutes == 0 ? default : new DateTimeOffset(2026, 11, 25, 3, minutes, 0, TimeSpan.Zero),
            Languages = [.. terms.Select((section, index) => new LanguageSection(Tags[index], [.. section]))],
            References = [.. kinds.Select((kind, index) => new CrossReference(kind, targets[index], texts[5]))],
            Properties = [.. properties],
        };

    /// <summary>A glossary: every concept has its own id.</summary>
    public static Gen<ImmutableArray<ConceptEntry>> Glossary { get; } = Concept.Array[0, 5].Select(concepts =>
        concepts.Select((concept, index) => concept with { ConceptId = ConceptIds[index] }).ToImmutableArray());

    public static void AssertSame(ImmutableArray<ConceptEntry> expected, ImmutableArray<ConceptEntry> actual)
    {
        Assert.Equal(expected.Select(entry => entry.ConceptId), actual.Select(entry => entry.ConceptId));
        foreach (var (before, after) in expected.Zip(actual))
        {
            Assert.Equal(before.Languages, after.Languages);
            Assert.Equal(before.References, after.References);
            Assert.Equal(before.Properties, after.Properties);
            Assert.Equal(
                before with { Languages = [], References = [], Properties = [] },
                after with { Languages = [], References = [], Properties = [] });
        }
    }
}
