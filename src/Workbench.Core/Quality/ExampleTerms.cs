using System.Collections.Immutable;
using Workbench.Core.Languages;
using Workbench.Core.Terminology;

namespace Workbench.Core.Quality;

/// <summary>A glossary small enough to have in view, for the examples of the checks that need one.</summary>
internal static class ExampleTerms
{
    public static ImmutableArray<ConceptEntry> Trade { get; } =
    [
        Concept("trade", [new() { Text = "foreign trade" }, Deprecated("overseas commerce")], [new() { Text = "대외무역" }, Deprecated("해외무역")]),
        Concept("propose", [new() { Text = "put forward" }], [new() { Text = "내놓다" }, new() { Text = "제시하다" }]),
        Concept("policy-line", [new() { Text = "line" }], [new() { Text = "로선" }, Deprecated("선로")]),
        Concept("rail-line", [new() { Text = "line" }], [new() { Text = "행렬" }, new() { Text = "선로" }]),
        Concept("shop", [new() { Text = "shop" }, Superseded("purchasing stall")], [new() { Text = "상점" }, Superseded("구판장")]),
    ];

    private static TermSection Deprecated(string text) => new() { Text = text, Status = AdministrativeStatus.Deprecated };

    private static TermSection Superseded(string text) => new() { Text = text, Status = AdministrativeStatus.Superseded };

    private static ConceptEntry Concept(string id, ImmutableArray<TermSection> english, ImmutableArray<TermSection> korean) => new()
    {
        Id = new ConceptEntryId(id),
        GlossaryId = new GlossaryId("example"),
        ConceptId = id,
        Languages = [new(LanguageTag.English, english), new(LanguageTag.KoreanNorth, korean)],
    };
}
