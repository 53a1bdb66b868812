using System.Collections.Immutable;
using Workbench.Core.Languages.Korean;
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
        if (sound == KoreanSound.Unknown || Josa.Read(target.AsSpan(at)) is not var (pair, length) || target.AsSpan(at, length) is var form && form.SequenceEqual(pair.For(sound)))
        {
            return null;
        }

        var right = pair.For(sound);
        return QualityIssue.Warning(this, new TextSpan(at, length), ("term", term.Of(target)), ("written", form.ToString()), ("right", right)) with
        {
            Replacement = right,
        };
    }
}
