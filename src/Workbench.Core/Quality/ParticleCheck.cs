using System.Collections.Immutable;
using Workbench.Core.Languages.Korean;
using Workbench.Core.Terminology;
using Workbench.Core.Text;

namespace Workbench.Core.Quality;

/// <summary>
/// Reports a particle behind a term that is not in the form which the term's last sound asks for (<c>대외무역를</c>). Only where a term of the
/// glossary is recognised, so that no ordinary word is taken for one with a particle.
/// </summary>
public sealed class ParticleCheck : IQualityCheck
{
    public string Id => "particle";

    public ImmutableArray<CheckExample> Examples { get; } =
    [
        new("foreign trade", "대외무역를 한다", IssueCount: 1) { Concepts = ExampleTerms.Trade },
        new("foreign trade", "대외무역을 한다", IssueCount: 0) { Concepts = ExampleTerms.Trade },
        new("foreign trade", "대외무역로 한다", IssueCount: 1) { Concepts = ExampleTerms.Trade },
        new("foreign trade", "대외무역와의 관계", IssueCount: 1) { Concepts = ExampleTerms.Trade },
        new("foreign trade", "대외무역과의 관계", IssueCount: 0) { Concepts = ExampleTerms.Trade },
        new("foreign trade", "《대외무역》를 한다", IssueCount: 1) { Concepts = ExampleTerms.Trade },
        new("foreign trade", "대외무역의 대외무역에서", IssueCount: 0) { Concepts = ExampleTerms.Trade },
        new("foreign trade", "대외무역가치", IssueCount: 0) { Concepts = ExampleTerms.Trade },
        new("the line", "로선을 따라 선로로", IssueCount: 0) { Concepts = ExampleTerms.Trade },
        new("foreign trade", "무역를 한다", IssueCount: 0) { Concepts = ExampleTerms.Trade }, // No term of the glossary.
        CheckExample.ToEnglish("대외무역를 한다", "foreign trade", 0) with { Concepts = ExampleTerms.Trade }, // English has none.
    ];

    public IEnumerable<QualityIssue> Check(CheckedText text)
    {
        if (!text.TargetLanguage.IsKorean || text.TargetTerms is not { } terms)
        {
            return [];
        }

        var target = text.Target.Text;

        return
        [
            .. from hit in terms.Recognize(target)
               where hit.Kind != TermHitKind.Compound
               where Hangul.IsSyllable(target[hit.Span.End - 1]) || char.IsAsciiLetterOrDigit(target[hit.Span.End - 1])
               let issue = At(target, hit.Span)
               where issue is not null
               select issue,
        ];
    }

    private QualityIssue? At(string target, TextSpan term)
    {
        var at = term.End;
        while (at < target.Length && target[at] is '》' or '〉' or '≫' or '”' or '’')
        {
            at++;
        }

        var sound = Josa.SoundOf(term.Of(target));
        if (sound == KoreanSound.Unknown || Josa.Read(target.AsSpan(at)) is not var (pair, length))
        {
            return null;
        }

        var place = new TextSpan(at, length);
        var (written, right) = (place.Of(target), pair.For(sound));

        return written == right
            ? null
            : QualityIssue.Warning(this, place, ("term", term.Of(target)), ("written", written), ("right", right)) with { Replacement = right };
    }
}
