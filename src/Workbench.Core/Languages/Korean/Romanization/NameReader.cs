using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Workbench.Core.Languages.Korean.Romanization;

/// <summary>
/// Tells persons, units and features apart: by the marks <c>|</c> (family and given name), <c>-</c> (before an administrative
/// unit) and <c>+</c> (before a generic), and where there are none by lists.
/// </summary>
internal static partial class NameReader
{
    /// <summary>Longest first, so that 구역 is not read as 역.</summary>
    private static readonly string[] Units = ["로동자구", "특별시", "직할시", "구역", "도", "시", "군", "구", "읍", "면", "리", "동"];

    private static readonly string[] Generics = ["산", "강", "봉", "령", "호", "천", "골", "대", "교", "만", "섬", "벌", "문", "암"];

    private static readonly FrozenSet<string> CompoundSurnames =
        new[] { "남궁", "황보", "선우", "제갈", "독고", "사공", "서문", "동방" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// The frequent surnames in both spellings. Rare ones (우, 은, 마, 모, 구 …) are left out: as the first syllable of a place
    /// or a word they are far more frequent.
    /// </summary>
    private static readonly FrozenSet<char> Surnames =
        "김리이박최정강조윤장림임한오서신권황안송류유홍전고문손양배백허남심로노하곽성차주라나민진지엄채원방공현함변염여태".ToFrozenSet();

    public static MarkedName Read(string word)
    {
        if (Marks.Match(word) is { Success: true } marked)
        {
            var kind = marked.Groups["mark"].Value switch { "|" => NameKind.Person, "-" => NameKind.Unit, _ => NameKind.Feature };
            return new(kind, marked.Groups["name"].Value, marked.Groups["rest"].Value);
        }

        return ReadFeature(word, isKnown: true)
            ?? (KnownPlaces.Names.Contains(word) ? new MarkedName(NameKind.Word, word, "") : null)
            ?? ReadUnit(word, isKnown: true)
            ?? ReadPerson(word)
            ?? ReadUnit(word, isKnown: false)
            ?? ReadFeature(word, isKnown: false)
            ?? new(NameKind.Word, word, "");
    }

    private static MarkedName? ReadUnit(string word, bool isKnown) =>
        Units.FirstOrDefault(unit => word.EndsWith(unit, StringComparison.Ordinal)) is { } unit
        && Stem(word, unit) is { } stem
        && (isKnown ? KnownPlaces.Names.Contains(stem) || KnownPlaces.NamedAfterPersons.Contains(stem) : stem.Length > 1 && unit is not ("도" or "구" or "면" or "시"))
            ? new(NameKind.Unit, stem, unit)
            : null;

    private static MarkedName? ReadFeature(string word, bool isKnown) =>
        Generics.FirstOrDefault(generic => word.EndsWith(generic, StringComparison.Ordinal)) is { } generic
        && Stem(word, generic) is { } stem
        && (isKnown ? KnownPlaces.Features.Contains(word) : stem.Length > 1 && generic is "산" or "강" or "봉")
            ? new(NameKind.Feature, stem, generic)
            : null;

    private static MarkedName? ReadPerson(string word)
    {
        if (word.Length is 3 or 4 && CompoundSurnames.Contains(word[..2]))
        {
            return new(NameKind.Person, word[..2], word[2..]);
        }

        var isPerson = (word.Length == 3 && !IsCommonNoun(word)) || (word.Length == 4 && IsNative(word[1..]));
        return isPerson && Surnames.Contains(word[0]) ? new(NameKind.Person, word[..1], word[1..]) : null;
    }

    /// <summary>Syllables that make a longer word of a noun and are rare at the end of a given name.</summary>
    private const string WordEndings = "당로국부소론법률";

    /// <summary>로동당 and 신문로 begin as a person's name does.</summary>
    private static bool IsCommonNoun(string word) => KoreanLexicon.Instance.IsNoun(word)
        || (KoreanLexicon.Instance.IsNoun(word.AsSpan(0, 2)) && WordEndings.Contains(word[2], StringComparison.Ordinal));

    /// <summary>
    /// Whether a given name is certainly no Sino-Korean one: the readings of characters have no tense initial but 쌍 and 씨, and no
    /// final but ㄱ ㄴ ㄹ ㅁ ㅂ ㅇ. Names that could be either are taken for Sino-Korean, as most are.
    /// </summary>
    public static bool IsNative(string given) =>
        Sound.Spell(given).Any(syllable => "ㄲㄸㅃㅆㅉ".Contains(syllable.Initial, StringComparison.Ordinal)
            || !" ㄱㄴㄹㅁㅂㅇ".Contains(syllable.Final, StringComparison.Ordinal));

    private static string? Stem(string word, string ending) => word.Length > ending.Length ? word[..^ending.Length] : null;

    [GeneratedRegex(@"\A(?<name>[가-힣]+)(?<mark>[|+-])(?<rest>[가-힣]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Marks { get; }
}
