using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Workbench.Core.Languages;

namespace Workbench.Formats.Bilingual;

/// <summary>Text as runs that know their language, so that Word chooses the right font and checks no spelling that it cannot know.</summary>
internal static class DocxRuns
{
    public static IEnumerable<OpenXmlElement> Of(string text, LanguageTag language, string? style = null)
    {
        if (text.Length > 0)
        {
            yield return new Run([Properties(language, style), .. Contents(ReaderText.Printable(text))]);
        }
    }

    public static IEnumerable<OpenXmlElement> Of(IEnumerable<ReaderPiece> pieces, LanguageTag language) => pieces.SelectMany(piece => piece switch
    {
        ReaderPiece.Plain plain => Of(plain.Text, language),
        ReaderPiece.Code code => Of(code.Token, language, "InlineCode"),
        ReaderPiece.Term term => Of(term.Pieces, language),
        _ => [],
    });

    private static RunProperties Properties(LanguageTag language, string? style)
    {
        var properties = new RunProperties();
        if (style is not null)
        {
            properties.RunStyle = new RunStyle { Val = style };
        }

        if (language.Language is "ko" or "ja" or "zh")
        {
            // Marks that both scripts have, such as quotation marks and the middle dot, take the East Asian font.
            properties.RunFonts = new RunFonts { Hint = FontTypeHintValues.EastAsia };
        }

        // Word has no proofing tools for Korean as written in the DPRK: it would mark every other word.
        if (language == LanguageTag.KoreanNorth)
        {
            properties.NoProof = new NoProof();
        }

        if (language.IsRightToLeft)
        {
            properties.RightToLeftText = new RightToLeftText();
        }

        properties.Languages = language switch
        {
            // Word knows one Korean.
            { IsKorean: true } => new Languages { EastAsia = "ko-KR" },
            { Language: "ja" or "zh" } => new Languages { EastAsia = language.Value },
            { IsRightToLeft: true } => new Languages { Bidi = language.Value },
            { Value: "en" } => new Languages { Val = "en-US" },
            _ => new Languages { Val = language.Value },
        };
        return properties;
    }

    /// <summary>Line ends and tabs are elements in Word.</summary>
    private static IEnumerable<OpenXmlElement> Contents(string text)
    {
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            OpenXmlElement? mark = text[at] switch
            {
                '\t' => new TabChar(),
                '\r' when at + 1 < text.Length && text[at + 1] == '\n' => null,
                '\r' or '\n' or '\u2028' or '\u2029' or '\u0085' => new Break(),
                _ => null,
            };
            if (mark is null)
            {
                if (text[at] != '\r')
                {
                    plain.Append(text[at]);
                }

                continue;
            }

            if (plain.Length > 0)
            {
                yield return Text(plain);
            }

            yield return mark;
        }

        if (plain.Length > 0)
        {
            yield return Text(plain);
        }
    }

    private static Text Text(StringBuilder plain)
    {
        var text = new Text(plain.ToString()) { Space = SpaceProcessingModeValues.Preserve };
        plain.Clear();
        return text;
    }
}
