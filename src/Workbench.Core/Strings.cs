using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace Workbench.Core;

/// <summary>
/// The one resource set that people's text comes from: <c>Strings.resx</c> in English, <c>Strings.ko.resx</c> in Korean
/// (ko-KR spelling). Keys begin with their area: <c>Problem_</c>, <c>Check_</c>, <c>Editor_</c>, <c>Glossary_</c> …
/// </summary>
public sealed partial class Strings
{
    private static readonly ResourceManager Texts = new(typeof(Strings));

    private Strings()
    {
    }

    /// <summary>The text in <paramref name="culture"/>, or in English where it has none; null for an unknown key.</summary>
    public static string? Find(string key, CultureInfo culture) => Texts.GetString(key, culture);

    /// <summary>The text with its named arguments (<c>{count}</c>) in place, formatted as <paramref name="culture"/> does.</summary>
    /// <exception cref="ArgumentException">The key is unknown.</exception>
    public static string Get(string key, CultureInfo culture, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        var text = Find(key, culture) ?? throw new ArgumentException($"There is no text '{key}'.", nameof(key));
        if (arguments.IsEmpty)
        {
            return text;
        }

        var values = arguments.ToArray().ToDictionary(argument => argument.Name, argument => argument.Value, StringComparer.Ordinal);

        return Placeholder.Replace(text, found => values.TryGetValue(found.Groups["name"].Value, out var value)
            ? Convert.ToString(value, culture) ?? ""
            : found.Value);
    }

    [GeneratedRegex(@"\{(?<name>[A-Za-z][A-Za-z0-9]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder { get; }
}
