using System.Globalization;
using Workbench.Core.Problems;

namespace Workbench.Core;

/// <summary>
/// The one resource set that people's text comes from: <c>Strings.resx</c> in English, <c>Strings.ko.resx</c> in Korean
/// (ko-KR spelling). Keys begin with their area: <c>Problem_</c>, <c>Check_</c>, <c>Editor_</c>, <c>Glossary_</c> …
/// </summary>
public sealed class Strings
{
    private Strings()
    {
    }

    /// <summary>The text in <paramref name="culture"/>, or in English where it has none; null for an unknown key.</summary>
    public static string? Find(string key, CultureInfo culture) => ProblemText.Find(key, culture);

    /// <summary>The text with its named arguments (<c>{count}</c>) in place, numbers as <paramref name="culture"/> writes them.</summary>
    /// <exception cref="ArgumentException">The key is unknown.</exception>
    public static string Get(string key, CultureInfo culture, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        var text = Find(key, culture) ?? throw new ArgumentException($"There is no text '{key}'.", nameof(key));

        return arguments.IsEmpty ? text : ProblemText.Fill(text, [.. arguments], culture);
    }
}
