using System.Text.RegularExpressions;

namespace Workbench.Core.Languages;

/// <summary>
/// A BCP 47 language tag (RFC 5646), kept in its recommended case: <c>en</c>, <c>ko-KP</c>, <c>zh-Hant-TW</c>. Equal when the
/// tags are equal without regard to case.
/// </summary>
public readonly partial record struct LanguageTag
{
    public static readonly LanguageTag English = new("en");
    public static readonly LanguageTag Korean = new("ko");

    /// <summary>Korean as written in the DPRK.</summary>
    public static readonly LanguageTag KoreanNorth = new("ko-KP");

    /// <summary>Korean as written in the ROK.</summary>
    public static readonly LanguageTag KoreanSouth = new("ko-KR");

    private readonly string? _value;

    private LanguageTag(string value) => _value = value;

    /// <summary>The tag; <c>und</c> for the default value.</summary>
    public string Value => _value ?? "und";

    /// <summary>The first subtag: <c>ko</c> of <c>ko-KP</c>.</summary>
    public string Language => Value.Split('-')[0];

    public bool IsKorean => Language == "ko";

    /// <summary>Whether its script runs from right to left, as far as the language alone decides (Arabic, Hebrew, Persian, Urdu …).</summary>
    public bool IsRightToLeft => Language is "ar" or "he" or "fa" or "ur" or "yi" or "ps" or "sd" or "ug" or "dv";

    /// <summary>Whether sentences are parted by spaces; Chinese, Japanese, Thai, Lao, Khmer and Burmese do without.</summary>
    public bool PartsSentencesBySpace => Language is not ("zh" or "ja" or "th" or "lo" or "km" or "my");

    /// <exception cref="ArgumentException">It is not a well-formed tag.</exception>
    public static LanguageTag Of(string value) =>
        TryParse(value, out var tag) ? tag : throw new ArgumentException($"'{value}' is not a language tag.", nameof(value));

    /// <summary>Takes also the underscore that many files write (<c>ko_KP</c>).</summary>
    public static bool TryParse(string? value, out LanguageTag tag)
    {
        tag = default;
        var candidate = value?.Trim().Replace('_', '-') ?? "";
        if (!WellFormed.IsMatch(candidate))
        {
            return false;
        }

        var cased = string.Join('-', candidate.Split('-').Select(Cased));
        tag = cased == "und" ? default : new LanguageTag(cased);
        return true;
    }

    /// <summary>
    /// Whether what is written in <paramref name="other"/> can serve where this is asked for: the same tag, or the same
    /// language where one of the two says no more (<c>ko</c> serves <c>ko-KP</c> and <c>ko-KR</c>, which do not serve each other).
    /// </summary>
    public bool Accepts(LanguageTag other) =>
        this == other || (Language == other.Language && (Value == Language || other.Value == other.Language));

    public override string ToString() => Value;

    private static string Cased(string subtag, int index) => (index, subtag.Length) switch
    {
        (0, _) => subtag.ToLowerInvariant(),
        (_, 2) => subtag.ToUpperInvariant(),
        (_, 4) when char.IsAsciiLetter(subtag[0]) => char.ToUpperInvariant(subtag[0]) + subtag[1..].ToLowerInvariant(),
        _ => subtag.ToLowerInvariant(),
    };

    [GeneratedRegex(@"\A[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(-[A-WYZa-wyz0-9](-[A-Za-z0-9]{2,8})+)*(-x(-[A-Za-z0-9]{1,8})+)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WellFormed { get; }
}
