using System.Collections.Immutable;
using Workbench.Core.Languages;
using Workbench.Core.Terminology;
using Workbench.Core.Text;

namespace Workbench.Core.Quality;

/// <summary>An example is a test: what the check says of two texts.</summary>
public sealed record CheckExample(string Source, string Target, int IssueCount)
{
    public LanguageTag SourceLanguage { get; init; } = LanguageTag.English;

    public LanguageTag TargetLanguage { get; init; } = LanguageTag.KoreanNorth;

    /// <summary>The glossary, for the checks that need one. Its terms count as recognised where they stand letter for letter.</summary>
    public ImmutableArray<ConceptEntry> Concepts { get; init; } = [];

    /// <summary>Codes that the texts write as <c>⟦1⟧</c>, <c>⟦1›</c> and <c>‹1⟧</c> (<see cref="CodeNotation"/>).</summary>
    public ImmutableArray<InlineCode> Codes { get; init; } = [];

    /// <summary>The same pair the other way round, from Korean as written in the DPRK into English.</summary>
    public static CheckExample ToEnglish(string source, string target, int issueCount) => new(source, target, issueCount)
    {
        SourceLanguage = LanguageTag.KoreanNorth,
        TargetLanguage = LanguageTag.English,
    };

    /// <summary>What the check is given.</summary>
    public CheckedText ToText()
    {
        var source = CodeNotation.Read(Source, Codes);

        return new CheckedText
        {
            Source = source,
            Target = CodeNotation.Read(Target, Codes),
            SourceLanguage = SourceLanguage,
            TargetLanguage = TargetLanguage,
            SourceTerms = new LiteralTerms(Concepts, SourceLanguage).Recognize(source.Text),
            TargetTerms = Concepts.IsEmpty ? null : new LiteralTerms(Concepts, TargetLanguage),
        };
    }

    /// <summary>Finds terms letter for letter: examples show the check, not the recogniser.</summary>
    private sealed class LiteralTerms(ImmutableArray<ConceptEntry> concepts, LanguageTag language) : ITermRecognizer
    {
        public ImmutableArray<TermHit> Recognize(string text) =>
        [
            .. from concept in concepts
               from term in concept.TermsIn(language)
               let start = term.IsRecognisable ? text.IndexOf(term.Text, StringComparison.Ordinal) : -1
               where start >= 0
               orderby start
               select new TermHit(new TextSpan(start, term.Text.Length), concept, term, TermHitKind.Exact),
        ];
    }
}
