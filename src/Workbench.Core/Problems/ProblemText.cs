using System.Collections.Immutable;
using System.Globalization;
using System.Resources;
using System.Text;

namespace Workbench.Core.Problems;

/// <summary>Says a <see cref="Problem"/> to a person, in the words of <see cref="Strings"/>.</summary>
public static class ProblemText
{
    private static readonly ResourceManager Words = new(typeof(Strings));

    /// <summary>The sentence for the problem, with its place in front when it has one: <c>article.txt, line 3: …</c>.</summary>
    public static string Of(Problem problem, CultureInfo culture)
    {
        var sentence = Fill(Find("Problem_" + problem.Code, culture) ?? problem.ToString(), problem.Arguments, culture);

        return problem.Place is { } place && Of(place, culture) is { Length: > 0 } where ? $"{where}: {sentence}" : sentence;
    }

    /// <summary>The text of a key in a language, falling back to English; null when there is no such key.</summary>
    public static string? Find(string key, CultureInfo culture) => Words.GetString(key, culture);

    /// <summary>Puts arguments in place of <c>{name}</c>, numbers as the culture writes them. An unknown name stays as it is.</summary>
    public static string Fill(string template, ImmutableArray<(string Name, object Value)> arguments, CultureInfo culture)
    {
        var filled = new StringBuilder(template.Length + 32);
        for (var at = 0; at < template.Length;)
        {
            var open = template.IndexOf('{', at);
            var close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
            {
                return filled.Append(template, at, template.Length - at).ToString();
            }

            filled.Append(template, at, open - at);
            var name = template.AsSpan(open + 1, close - open - 1);
            filled.Append(Value(name, arguments, culture) ?? template.Substring(open, close - open + 1));
            at = close + 1;
        }

        return filled.ToString();
    }

    private static string Of(Place place, CultureInfo culture)
    {
        var line = place switch
        {
            { Line: > 0, Column: > 0 } => Fill(Find("Problem_Place_LineColumn", culture)!, [("line", place.Line), ("column", place.Column)], culture),
            { Line: > 0 } => Fill(Find("Problem_Place_Line", culture)!, [("line", place.Line)], culture),
            _ => "",
        };

        return (place.Part, line) switch
        {
            ({ Length: > 0 } part, { Length: > 0 }) => $"{part}, {line}",
            ({ Length: > 0 } part, _) => part,
            _ => line,
        };
    }

    private static string? Value(ReadOnlySpan<char> name, ImmutableArray<(string Name, object Value)> arguments, CultureInfo culture)
    {
        foreach (var argument in arguments)
        {
            if (name.SequenceEqual(argument.Name))
            {
                return argument.Value is int or long
                    ? string.Format(culture, "{0:N0}", argument.Value)
                    : Convert.ToString(argument.Value, culture);
            }
        }

        return null;
    }
}
