using System.Collections.Immutable;
using Workbench.Core.Text;

namespace Workbench.Core.Quality;

/// <summary>A number that a text writes in figures.</summary>
/// <param name="Readings">What it may mean, the likeliest first: <c>90</c> before 년대 is 90 and 1990.</param>
/// <param name="Parts">For a date such as <c>4.15</c>: its month and day; empty otherwise.</param>
internal sealed record NumberInText(TextSpan Span, ImmutableArray<decimal> Readings, ImmutableArray<decimal> Parts);

/// <summary>The numbers of a text.</summary>
/// <param name="Written">In figures: these have to have a counterpart.</param>
/// <param name="Implied">In words, as months and as years of an era: these may be a counterpart, and need none.</param>
internal sealed record NumbersInText(ImmutableArray<NumberInText> Written, ImmutableHashSet<decimal> Implied)
{
    private readonly HashSet<decimal> _all =
        [.. Implied, .. Written.SelectMany(number => number.Readings), .. Written.SelectMany(number => number.Parts)];

    /// <summary>Whether something in this text can stand for <paramref name="number"/> of the other one.</summary>
    public bool Answers(NumberInText number) =>
        number.Readings.Any(_all.Contains) || (!number.Parts.IsEmpty && number.Parts.All(_all.Contains));
}
