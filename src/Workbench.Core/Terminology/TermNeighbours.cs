using Workbench.Core.Memory;
using Workbench.Core.Text;

namespace Workbench.Core.Terminology;

/// <summary>
/// Tells the senses of one spelling apart by what stands beside it. A term says so in properties of type <c>neighbour</c>:
/// <c>after number</c>, <c>not after number</c>, <c>before WORD</c>, <c>not after WORD</c> and so on; all of them must hold. 군 after a
/// number is a county, elsewhere the army.
/// </summary>
internal static class TermNeighbours
{
    public const string PropertyType = "neighbour";

    public static bool Allow(TermSection term, string text, TextSpan span) =>
        term.Properties.All(property => property.Type != PropertyType || Holds(property, text, span));

    /// <summary>Of the senses on one span those whose rules hold go before those that have none.</summary>
    public static List<TermHit> Prefer(List<TermHit> hits)
    {
        var ruled = hits.Where(hit => HasRule(hit.Term)).Select(hit => hit.Span).ToHashSet();

        return ruled.Count == 0 ? hits : [.. hits.Where(hit => HasRule(hit.Term) || !ruled.Contains(hit.Span))];
    }

    private static bool HasRule(TermSection term) =>
        term.Properties.Any(property => property.Type == PropertyType && !property.Value.StartsWith("not ", StringComparison.Ordinal));

    private static bool Holds(Property rule, string text, TextSpan span)
    {
        var words = rule.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var not = words.Length > 0 && words[0] == "not";
        if (words.Length != (not ? 3 : 2))
        {
            return true; // Not a rule of ours.
        }

        var (side, neighbour) = (words[^2], words[^1]);
        var found = side == "after"
            ? EndsWith(text.AsSpan(0, span.Start).TrimEnd(), neighbour)
            : BeginsWith(text.AsSpan(span.End).TrimStart(), neighbour);

        return found != not;
    }

    private static bool EndsWith(ReadOnlySpan<char> before, string neighbour) => neighbour == "number"
        ? before.Length > 0 && char.IsDigit(before[^1])
        : before.EndsWith(neighbour, StringComparison.OrdinalIgnoreCase);

    private static bool BeginsWith(ReadOnlySpan<char> after, string neighbour) => neighbour == "number"
        ? after.Length > 0 && char.IsDigit(after[0])
        : after.StartsWith(neighbour, StringComparison.OrdinalIgnoreCase);
}
