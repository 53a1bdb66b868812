using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Workbench.Core.Languages.Korean.Romanization;

/// <summary>
/// Writes Hangul in Latin letters by the rules of a <see cref="RomanizationSystem"/>. Input is in the DPRK's spelling; a system that
/// reads as the South respells it. A name may carry the marks that <see cref="NameReader"/> reads. What is not Hangul stays as it is.
/// </summary>
public static partial class Romanizer
{
    /// <param name="text">Words parted by anything that is not Hangul; in either normal form.</param>
    /// <returns>The text with each stretch of Hangul replaced, its words beginning with a capital.</returns>
    public static string Romanize(string text, RomanizationSystem system) =>
        Stretch.Replace(text.Normalize(NormalizationForm.FormC), match => EstablishedForms.Find(match.Value)?.Press is { } press && system == RomanizationSystem.DprkPress
            ? press
            : string.Join(' ', Words(match.Value).Select(word => Word(NameReader.Read(word), system))));

    /// <summary>Names of organisations begin with the country's, which is a word of its own: 조선로동당 is Josŏn Rodongdang.</summary>
    private static string[] Words(string stretch)
    {
        const string Country = "조선";
        return stretch.Length > Country.Length + 2 && stretch.StartsWith(Country, StringComparison.Ordinal)
            ? [Country, stretch[Country.Length..]]
            : [stretch];
    }

    private static string Word(MarkedName spelled, RomanizationSystem system)
    {
        var established = EstablishedForms.Find(spelled.Whole);
        if (system == RomanizationSystem.DprkPress)
        {
            return established?.Press ?? PressNames.Write(Respelled(spelled, established), system);
        }

        if (system.IsRevised())
        {
            return RevisedNames.Write(AsSouth(spelled, established), system == RomanizationSystem.RevisedHyphenated);
        }

        if (system.IsMcCuneReischauer())
        {
            var isLibraryForm = system == RomanizationSystem.McCuneReischauerAlaLc;
            var read = established?.Respelling is null && isLibraryForm ? AsLibraryReads(spelled, established) : Respelled(spelled, established);
            return McCuneReischauerNames.Write(read, isLibraryForm);
        }

        return established?.Rules ?? DprkNames.Write(Respelled(spelled, established), system);
    }

    /// <summary>As spoken; for systems that write what is heard.</summary>
    private static MarkedName Respelled(MarkedName spelled, EstablishedForm? established) =>
        established?.Respelling is { } respelling ? spelled.Respelled(respelling) : spelled;

    /// <summary>The name in the ROK's spelling. A family name and a given name are words of their own.</summary>
    private static MarkedName AsSouth(MarkedName spelled, EstablishedForm? established)
    {
        if (established?.South is { } south)
        {
            return spelled.Respelled(south);
        }

        return spelled.Kind == NameKind.Person
            ? spelled with { Name = KoreanSpelling.ToSouth(spelled.Name), Rest = KoreanSpelling.ToSouth(spelled.Rest) }
            : spelled.Respelled(KoreanSpelling.ToSouth(spelled.Whole));
    }

    /// <summary>As <see cref="AsSouth"/>, but ㄹ at the beginning of a given name is read: Yi Ryong-nam.</summary>
    private static MarkedName AsLibraryReads(MarkedName spelled, EstablishedForm? established) =>
        AsSouth(spelled, established) with { Rest = spelled.Kind == NameKind.Person ? spelled.Rest : AsSouth(spelled, established).Rest };

    /// <summary>The first letter as a capital.</summary>
    internal static string Capital(string word) =>
        word.Length == 0 ? word : string.Concat(word[..1].ToUpper(CultureInfo.InvariantCulture), word.AsSpan(1));

    [GeneratedRegex("[가-힣]+(?:[|+-][가-힣]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Stretch { get; }
}
