using System.Globalization;
using System.Text;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;

namespace Workbench.Core.Work;

/// <summary>
/// The name of an exported file: title, languages and date, fit for every file system. No character that Windows, macOS or a
/// shell takes for something else, no control or direction character that makes a name look like another, no name that
/// Windows keeps for a device, no more than a name may be long.
/// </summary>
public static class ExportFileName
{
    /// <summary>UTF-8 bytes that the title may take, of the 255 that a whole name may.</summary>
    public const int MaxTitleBytes = 120;

    private const string Fallback = "document";

    /// <summary>
    /// <c>Immortal Exploits - en to ko-KP - 2026-11-25.docx</c>.
    /// </summary>
    /// <param name="extension">With the dot.</param>
    public static string Of(BilingualDocument document, string extension) => Of(
        TitleOf(document.Document),
        document.Project.SourceLanguage,
        document.Project.TargetLanguage,
        DateOnly.FromDateTime(document.ExportedAt.Date),
        extension);

    /// <inheritdoc cref="Of(BilingualDocument, string)"/>
    public static string Of(string title, LanguageTag source, LanguageTag target, DateOnly date, string extension) =>
        string.Create(CultureInfo.InvariantCulture, $"{Safe(title)} - {source} to {target} - {date:yyyy-MM-dd}{extension}");

    /// <summary>
    /// <c>Immortal Exploits - ko-KP - 2026-11-25.txt</c>: the translation alone is in one language.
    /// </summary>
    public static string Of(TranslatedDocument translated) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Safe(TitleOf(translated.Document))} - {translated.Project.TargetLanguage} - {translated.ExportedAt:yyyy-MM-dd}{translated.Extension}");

    /// <summary>A part of a file name that means what <paramref name="title"/> does.</summary>
    public static string Safe(string title)
    {
        var kept = new StringBuilder();
        var bytes = 0;
        foreach (var element in Elements(title))
        {
            bytes += Encoding.UTF8.GetByteCount(element);
            if (bytes > MaxTitleBytes)
            {
                break;
            }

            kept.Append(element);
        }

        var name = kept.ToString().Trim(' ', '.', '-', '~', '_');

        return name.Length == 0 ? Fallback : IsDevice(name) ? $"{name}_" : name;
    }

    private static IEnumerable<string> Elements(string title)
    {
        var composed = Text.TextGate.Clean(title).Text.Normalize(NormalizationForm.FormC);
        var cleaned = string.Concat(composed.EnumerateRunes().Select(Readable));
        var elements = StringInfo.GetTextElementEnumerator(Spaced(cleaned));
        while (elements.MoveNext())
        {
            yield return elements.GetTextElement();
        }
    }

    /// <summary>The rune, a space for what parts words, nothing for what cannot be seen.</summary>
    private static string Readable(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
        UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => "",
        _ => rune.Value is '<' or '>' or ':' or '"' or '/' or '\\' or '|' or '?' or '*' ? " " : rune.ToString(),
    };

    private static string Spaced(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What Windows keeps for devices, with or without an extension.</summary>
    private static bool IsDevice(string name)
    {
        var stem = name.Split('.')[0].TrimEnd().ToUpperInvariant();

        return stem is "CON" or "PRN" or "AUX" or "NUL" or "CONIN$" or "CONOUT$"
            || (stem.Length == 4 && stem[..3] is "COM" or "LPT" && stem[3] is (>= '0' and <= '9') or '¹' or '²' or '³');
    }

    private static string TitleOf(Document document) =>
        document.Publication.Title is { Length: > 0 } title ? title : WithoutExtension(document.FileName);

    private static string WithoutExtension(string fileName) =>
        fileName.LastIndexOf('.') is > 0 and var dot ? fileName[..dot] : fileName;
}
