using System.Globalization;
using System.Text;

namespace Workbench.Formats.Bilingual;

/// <summary>Text on its way into markup. Everything that a page shows goes through here.</summary>
internal static class Html
{
    /// <summary>
    /// Text as content of an element. Characters that override the direction of text are shown as their code: a reader must
    /// not be shown another order than the text has.
    /// </summary>
    public static string Text(string text)
    {
        var html = new StringBuilder(text.Length + 16);
        foreach (var unit in ReaderText.Printable(text))
        {
            if (TurnsText(unit))
            {
                html.Append(CultureInfo.InvariantCulture, $"<span class=\"control\">U+{(int)unit:X4}</span>");
            }
            else
            {
                Append(html, unit);
            }
        }

        return html.ToString();
    }

    /// <summary>Text as the title of a page, where there can be no markup.</summary>
    public static string Title(string text) => Escape(string.Concat(text.Where(unit => !TurnsText(unit))));

    /// <summary>Text as the value of an attribute in quotation marks.</summary>
    public static string Escape(string text)
    {
        var html = new StringBuilder(text.Length + 16);
        foreach (var unit in ReaderText.Printable(text))
        {
            Append(html, unit);
        }

        return html.ToString();
    }

    /// <summary>Text, as a link where it is a web address and nothing else.</summary>
    public static string Linked(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? $"<a href=\"{Escape(address.AbsoluteUri)}\" rel=\"noreferrer\">{Text(text)}</a>"
            : Text(text);

    /// <summary>A name for an <c>id</c>: other texts give other names, and no character needs an escape in an address.</summary>
    public static string Name(string text)
    {
        var name = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            if (char.IsAsciiLetterOrDigit(unit) || unit == '-')
            {
                name.Append(unit);
            }
            else
            {
                name.Append(CultureInfo.InvariantCulture, $"_{(int)unit:x}_");
            }
        }

        return name.ToString();
    }

    private static bool TurnsText(char unit) => unit is >= '\u202A' and <= '\u202E';

    private static void Append(StringBuilder html, char unit) => _ = unit switch
    {
        '&' => html.Append("&amp;"),
        '<' => html.Append("&lt;"),
        '>' => html.Append("&gt;"),
        '"' => html.Append("&quot;"),
        '\'' => html.Append("&#39;"),
        _ => html.Append(unit),
    };
}
