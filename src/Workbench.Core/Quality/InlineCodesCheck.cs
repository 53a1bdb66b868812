using System.Collections.Immutable;
using Workbench.Core.Text;

namespace Workbench.Core.Quality;

/// <summary>
/// Reports inline codes of the source that the target lacks (unless they may be left out), has twice or has in an order that
/// cannot be, and codes that the source does not have.
/// </summary>
public sealed class InlineCodesCheck : IQualityCheck
{
    private static readonly ImmutableArray<InlineCode> Bold =
    [
        new() { Id = "1", Kind = InlineCodeKind.Start, Offset = 0 },
        new() { Id = "1", Kind = InlineCodeKind.End, Offset = 0 },
        new() { Id = "2", Kind = InlineCodeKind.Start, Offset = 0 },
        new() { Id = "2", Kind = InlineCodeKind.End, Offset = 0 },
        new() { Id = "3", Kind = InlineCodeKind.Placeholder, Offset = 0, CanDelete = true },
    ];

    public string Id => "inline-codes";

    public ImmutableArray<CheckExample> Examples { get; } =
    [
        new("⟦1›Foreign‹1⟧ trade", "⟦1›대외‹1⟧무역", IssueCount: 0) { Codes = Bold },
        new("⟦1›Foreign‹1⟧ trade", "대외무역", IssueCount: 2) { Codes = Bold },
        new("⟦1›Foreign‹1⟧ trade", "⟦1›대외무역", IssueCount: 1) { Codes = Bold },
        new("⟦1›Foreign‹1⟧ trade", "⟦1›대외‹1⟧무역‹1⟧", IssueCount: 1) { Codes = Bold },
        new("⟦1›Foreign‹1⟧ trade", "‹1⟧대외⟦1›무역", IssueCount: 1) { Codes = Bold },
        new("⟦1›a ⟦2›b‹2⟧‹1⟧", "⟦1›ㄱ ⟦2›ㄴ‹1⟧‹2⟧", IssueCount: 1) { Codes = Bold },
        new("⟦1›a‹1⟧ ⟦2›b‹2⟧", "⟦2›ㄴ‹2⟧ ⟦1›ㄱ‹1⟧", IssueCount: 0) { Codes = Bold },
        new("the line of ⟦3⟧the respected", "경애하는", IssueCount: 0) { Codes = Bold },
        new("Foreign trade", "대외⟦3⟧무역", IssueCount: 1) { Codes = Bold },
        CheckExample.ToEnglish("⟦1›대외‹1⟧무역", "foreign trade", 2) with { Codes = Bold },
    ];

    public IEnumerable<QualityIssue> Check(CheckedText text)
    {
        if (EmptyCheck.IsBlank(text.Target))
        {
            return [];
        }

        return Missing(text).Concat(Unexpected(text)).Concat(Misplaced(text));
    }

    private IEnumerable<QualityIssue> Missing(CheckedText text) =>
        from code in text.Source.Codes
        where !code.CanDelete && !text.Target.Codes.Any(other => IsSame(other, code))
        let token = CodeNotation.Token(code)
        select QualityIssue.Error(this, QualityIssue.NoPlace, ("code", token)) with { Variant = "missing", About = token };

    private IEnumerable<QualityIssue> Unexpected(CheckedText text)
    {
        var seen = new HashSet<(string Id, InlineCodeKind Kind)>();
        foreach (var code in text.Target.Codes)
        {
            if (!text.Source.Codes.Any(other => IsSame(other, code)))
            {
                yield return At(text, code, "unknown");
            }
            else if (!seen.Add((code.Id, code.Kind)))
            {
                yield return At(text, code, "duplicate");
            }
        }
    }

    /// <summary>An end before its start, or a pair that crosses another which it does not cross in the source.</summary>
    private IEnumerable<QualityIssue> Misplaced(CheckedText text)
    {
        var target = Pairs(text.Target.Codes);
        var source = Pairs(text.Source.Codes).ToDictionary(pair => pair.Start.Id, StringComparer.Ordinal);
        foreach (var (place, pair) in target.Index())
        {
            if (pair.EndAt < pair.StartAt)
            {
                yield return At(text, pair.End, "order");
            }
            else if (target.Take(place).Any(other => Cross(other, pair) && !CrossIn(source, other, pair)))
            {
                yield return At(text, pair.End, "crossing");
            }
        }
    }

    private static List<Pair> Pairs(ImmutableArray<InlineCode> codes)
    {
        var pairs = new List<Pair>();
        for (var start = 0; start < codes.Length; start++)
        {
            var code = codes[start];
            var end = code.Kind == InlineCodeKind.Start
                ? codes.ToList().FindIndex(other => other.Kind == InlineCodeKind.End && other.Id == code.Id)
                : -1;
            if (end >= 0 && !pairs.Exists(pair => pair.Start.Id == code.Id))
            {
                pairs.Add(new Pair(code, codes[end], start, end));
            }
        }

        return pairs;
    }

    private static bool CrossIn(Dictionary<string, Pair> source, Pair one, Pair two) =>
        source.TryGetValue(one.Start.Id, out var first) && source.TryGetValue(two.Start.Id, out var second)
        && (Cross(first, second) || Cross(second, first));

    private static bool Cross(Pair one, Pair two) =>
        one.StartAt < two.StartAt && two.StartAt < one.EndAt && one.EndAt < two.EndAt;

    private QualityIssue At(CheckedText text, InlineCode code, string fault) => QualityIssue.Error(
        this, Visible(text.Target, code), ("code", CodeNotation.Token(code))) with
    {
        Variant = fault,
        About = CodeNotation.Token(code),
    };

    /// <summary>A code has no width, so the character beside it is marked.</summary>
    private static TextSpan Visible(InlineText text, InlineCode code) => code switch
    {
        { Reads.Length: > 0 } => code.Span,
        _ when text.Text.Length == 0 => QualityIssue.NoPlace,
        { Kind: InlineCodeKind.End, Offset: > 0 } => new TextSpan(code.Offset - 1, 1),
        _ => new TextSpan(Math.Min(code.Offset, text.Text.Length - 1), 1),
    };

    private static bool IsSame(InlineCode one, InlineCode two) => one.Id == two.Id && one.Kind == two.Kind;

    private sealed record Pair(InlineCode Start, InlineCode End, int StartAt, int EndAt);
}
