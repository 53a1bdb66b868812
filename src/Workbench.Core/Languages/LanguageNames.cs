using System.Globalization;

namespace Workbench.Core.Languages;

/// <summary>
/// What a language is called. The two written norms of Korean are named by their codes, and the states that keep them are
/// the DPRK and the ROK; .NET's own names say neither.
/// </summary>
public static class LanguageNames
{
    /// <summary>Its name in <paramref name="culture"/>; of the bare language, with the tag, where only that has one; else the tag.</summary>
    public static string Of(LanguageTag language, CultureInfo culture) =>
        Strings.Find($"Language_{language.Value}", culture)
        ?? (Strings.Find($"Language_{language.Language}", culture) is { } bare ? $"{bare} ({language.Value})" : language.Value);
}
