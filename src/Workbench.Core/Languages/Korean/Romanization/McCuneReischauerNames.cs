
namespace Workbench.Core.Languages.Korean.Romanization;

/// <summary>
/// Names in McCune–Reischauer: units and features after a hyphen with the sound changes across it (Tŏkhŭng-ni), the syllables of a
/// given name likewise (Kŭng-nyŏl), a native given name joined.
/// </summary>
internal static class McCuneReischauerNames
{
    /// <param name="isLibraryForm">Whether the family name 리, 이 is Yi, as libraries write it.</param>
    public static string Write(MarkedName name, bool isLibraryForm) => name.Kind switch
    {
        NameKind.Person => $"{Family(name.Name, isLibraryForm)} {Romanizer.Capital(Given(name.Rest))}",
        NameKind.Unit or NameKind.Feature => Romanizer.Capital(Parted(name)),
        _ => Romanizer.Capital(Letters(name.Name)),
    };

    private static string Family(string name, bool isLibraryForm) =>
        name is "이" || (isLibraryForm && name is "리") ? "Yi" : Romanizer.Capital(Letters(name));

    /// <summary>ㄹ at the beginning of a given name stays r even where the South drops it: Yi Ryong-nam.</summary>
    private static string Given(string name) => name.Length > 2 || NameReader.IsNative(name)
        ? Letters(name)
        : Letters(name, [.. Enumerable.Range(1, name.Length - 1)]);

    /// <summary>The South and North of a province go with its unit: Hamgyŏng-bukto.</summary>
    private static string Parted(MarkedName name)
    {
        var hyphen = name is { Rest: "도", Name: [.. var province, '남' or '북'] } && province.Length > 1
            ? name.Name.Length - 1
            : name.Name.Length;
        return Letters(name.Whole, hyphen);
    }

    private static string Letters(string syllables, params ReadOnlySpan<int> hyphens) =>
        McCuneReischauerLetters.Instance.Write(SoundChanges.Surface.Apply(Sound.Spell(syllables)), null, hyphens);
}
