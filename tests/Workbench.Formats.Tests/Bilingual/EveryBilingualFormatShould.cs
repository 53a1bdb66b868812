using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;

namespace Workbench.Formats.Tests.Bilingual;

/// <summary>What no output may leave out, whoever writes it.</summary>
public sealed partial class EveryBilingualFormatShould
{
    public static TheoryData<string> Formats => [.. FormatCatalog.Bilingual.Select(format => format.Id)];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Name_publication_date_translator_and_wording_and_say_that_it_is_a_translation(string format)
    {
        var text = await TextAsync(format, GivenADocument(LanguageTag.KoreanNorth), "en");

        Assert.Contains("Foreign Trade (web site)", text, StringComparison.Ordinal);
        Assert.Matches("1 July 2010|2010-07-01", text);
        Assert.Contains("A. Translator", text, StringComparison.Ordinal);
        Assert.Matches("Official: the DPRK's own renderings|official", text);
        Assert.Contains("This is a translation, not an original text.", text, StringComparison.Ordinal);
        Assert.Contains("It is not the publisher's Korean text", text, StringComparison.Ordinal);
        Assert.Contains("What the text claims is its publisher's", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Say_nothing_of_the_publishers_Korean_of_a_text_in_another_language(string format) =>
        Assert.DoesNotContain("publisher's Korean", await TextAsync(format, GivenADocument(LanguageTag.Of("de")), "en"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Say_it_in_the_language_of_its_reader(string format)
    {
        Assert.DoesNotContain("This is a translation", await TextAsync(format, GivenADocument(LanguageTag.KoreanNorth), "ko"), StringComparison.Ordinal);
        Assert.Contains("This is a translation", await TextAsync(format, GivenADocument(LanguageTag.KoreanNorth), "no such language"), StringComparison.Ordinal);
    }

    private static BilingualDocument GivenADocument(LanguageTag target) => SampleDocument.Whole with
    {
        Project = SampleDocument.Whole.Project with { TargetLanguage = target, Wording = WordingPolicy.Official },
        Document = SampleDocument.Whole.Document with
        {
            Publication = SampleDocument.Whole.Document.Publication with { Date = new DateOnly(2010, 7, 1) },
        },
    };

    /// <summary>Everything that the file says, without markup; of a package, all its parts.</summary>
    private static async Task<string> TextAsync(string id, BilingualDocument document, string language)
    {
        var format = FormatCatalog.Bilingual.Single(known => known.Id == id);
        var bytes = await format.BytesAsync(document, new BilingualOptions { InterfaceLanguage = language });
        var raw = bytes.AsSpan().StartsWith("PK"u8) ? Parts(bytes) : Encoding.UTF8.GetString(bytes);

        return WebUtility.HtmlDecode(Markup.Replace(raw, ""));
    }

    private static string Parts(byte[] package)
    {
        using var archive = new ZipArchive(new MemoryStream(package));
        var text = new StringBuilder();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.AppendLine(reader.ReadToEnd());
        }

        return text.ToString();
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Markup { get; }
}
