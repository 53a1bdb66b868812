using System.Collections.Immutable;
using Workbench.Core.Text;

namespace Workbench.Core.Quality;

/// <summary>
/// Reports brackets and quotation marks of the target that have no partner. A quotation that runs over several segments is
/// open in the source too, and is let pass.
/// </summary>
public sealed class BracketPairsCheck : IQualityCheck
{
    private const string Openers = "(（[［{《〈「『“‘≪";
    private const string Closers = ")）]］}》〉」』”’≫";

    /// <summary>From here on in <see cref="Openers"/> the pairs are quotation marks.</summary>
    private const int FirstQuote = 5;

    public string Id => "bracket-pairs";

    public ImmutableArray<CheckExample> Examples { get; } =
    [
        new("the “General”", "《장군》", IssueCount: 0),
        new("the “General”", "《장군", IssueCount: 1),
        new("the “General”", "장군》", IssueCount: 1),
        new("“A and ‘B’”", "《ㄱ와 〈ㄴ〉》", IssueCount: 0),
        new("“A and ‘B’”", "《ㄱ와 〈ㄴ》〉", IssueCount: 2),
        new("Juche 38(1949)", "주체38(1949년", IssueCount: 1),
        new("the Republic’s trade", "공화국의 무역", IssueCount: 0),
        new("“We go.", "《우리는 간다.", IssueCount: 0),
        new("1) First", "1) 첫째", IssueCount: 0),
        new("the \"General\"", "\"장군", IssueCount: 1),
        CheckExample.ToEnglish("공화국의 《무역》", "the Republic’s “trade”", 0),
        CheckExample.ToEnglish("공화국의 《무역》", "the Republic’s “trade", 1),
        CheckExample.ToEnglish("지난 세기 90년대", "the ’90s", 0),
    ];

    public IEnumerable<QualityIssue> Check(CheckedText text)
    {
        var source = Unpaired(text.Source.Text);
        var target = Unpaired(text.Target.Text);

        // What is open in the source may be open in the target, kind by kind: as a bracket or as a quotation mark.
        foreach (var kind in target.GroupBy(mark => mark.Kind))
        {
            var allowed = source.Count(mark => mark.Kind == kind.Key);
            foreach (var mark in kind.Skip(allowed))
            {
                yield return QualityIssue.Error(
                    this, new TextSpan(mark.At, 1), ("mark", text.Target.Text[mark.At].ToString()));
            }
        }
    }

    private static List<Mark> Unpaired(string text)
    {
        var open = new Stack<Mark>();
        var alone = new List<Mark>();
        var straight = new List<Mark>();
        for (var at = 0; at < text.Length; at++)
        {
            var (opener, closer) = (Openers.IndexOf(text[at], StringComparison.Ordinal), Closers.IndexOf(text[at], StringComparison.Ordinal));
            if (text[at] == '"' && !(at > 0 && char.IsAsciiDigit(text[at - 1]) && straight.Count % 2 == 0))
            {
                straight.Add(new Mark(at, -1));
            }
            else if (opener >= 0 && !IsApostrophe(text, at))
            {
                open.Push(new Mark(at, opener));
            }
            else if (closer >= 0 && open.TryPeek(out var last) && last.Pair == closer)
            {
                open.Pop();
            }
            else if (closer >= 0 && !IsApostrophe(text, at) && !IsListMark(text, at))
            {
                alone.Add(new Mark(at, closer));
            }
        }

        return [.. alone.Concat(open).Concat(straight.TakeLast(straight.Count % 2)).OrderBy(mark => mark.At)];
    }

    /// <summary>’ without a ‘ before it is an apostrophe, as is ‘ before figures (’90s, typed the wrong way round).</summary>
    private static bool IsApostrophe(string text, int at) => text[at] switch
    {
        '’' => true,
        '‘' => at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]),
        _ => false,
    };

    /// <summary>The bracket of <c>1)</c>, <c>a)</c> or <c>가)</c>.</summary>
    private static bool IsListMark(string text, int at)
    {
        var start = at;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        return text[at] is ')' or '）' && at - start is 1 or 2 && (start == 0 || char.IsWhiteSpace(text[start - 1]));
    }

    private readonly record struct Mark(int At, int Pair)
    {
        public MarkKind Kind => Pair is >= 0 and < FirstQuote ? MarkKind.Bracket : MarkKind.Quote;
    }

    private enum MarkKind
    {
        Bracket,
        Quote,
    }
}
