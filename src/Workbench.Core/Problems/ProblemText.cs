using System.Globalization;

namespace Workbench.Core.Problems;

/// <summary>Says a <see cref="Problem"/> to a person, in the words of <see cref="Strings"/>.</summary>
public static class ProblemText
{
    /// <summary>The sentence for the problem, with its place in front when it has one: <c>article.txt, line 3: …</c>.</summary>
    public static string Of(Problem problem, CultureInfo culture)
    {
        var key = "Problem_" + problem.Code;
        var sentence = Strings.Find(key, culture) is null
            ? problem.ToString()
            : Strings.Get(key, culture, problem.Arguments.AsSpan());

        return problem.Place is { } place && Of(place, culture) is { Length: > 0 } where ? $"{where}: {sentence}" : sentence;
    }

    private static string Of(Place place, CultureInfo culture)
    {
        var line = place switch
        {
            { Line: > 0, Column: > 0 } => Strings.Get("Problem_Place_LineColumn", culture, ("line", place.Line), ("column", place.Column)),
            { Line: > 0 } => Strings.Get("Problem_Place_Line", culture, ("line", place.Line)),
            _ => "",
        };

        return string.Join(", ", new[] { place.Part, line }.Where(part => !string.IsNullOrEmpty(part)));
    }
}
