using System.Collections.Frozen;

namespace Workbench.Core.Languages.Korean.Romanization;

/// <summary>
/// Names as English publications of the DPRK print them: the letters of 2002 without breves and hyphens, units and features in
/// English. KCNA 2011–12 is what was counted; where it wavers, the more frequent form.
/// </summary>
internal static class PressNames
{
    private static readonly FrozenDictionary<string, string> Units = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["도"] = " Province",
        ["시"] = "",
        ["특별시"] = "",
        ["직할시"] = "",
        ["군"] = " County",
        ["구역"] = " District",
        ["구"] = " District",
        ["로동자구"] = " Workers’ District",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Write(MarkedName name, RomanizationSystem system)
    {
        var letters = LetterTable.For(system);
        return Plain(name.Kind switch
        {
            NameKind.Person => string.Join(' ', DprkNames.Person(name, letters).Split(' ').Select(Romanizer.Capital)),
            NameKind.Unit => Unit(name, letters),
            NameKind.Feature when name.Rest is "산" or "강" => Joined(name.Name, letters),
            NameKind.Feature => Romanizer.Capital(DprkNames.Feature(name, letters, SoundChanges.DprkPress).Replace("-", "", StringComparison.Ordinal)),
            _ => Joined(name.Name, letters),
        });
    }

    private static string Unit(MarkedName name, LetterTable letters)
    {
        if (name is { Rest: "도", Name: [.. var province, '남' or '북'] } && province.Length > 1)
        {
            return $"{(name.Name[^1] == '남' ? "South" : "North")} {Joined(province, letters)} Province";
        }

        return Units.TryGetValue(name.Rest, out var unit)
            ? Joined(name.Name, letters) + unit
            : $"{Joined(name.Name, letters)}-{letters.Write(SoundChanges.Dprk.Apply(Sound.Spell(name.Rest)), ' ')}";
    }

    private static string Joined(string name, LetterTable letters) =>
        EstablishedForms.Find(name)?.Press
        ?? Romanizer.Capital(letters.Write(SoundChanges.DprkPress.Apply(Sound.Spell(name))).Replace("-", "", StringComparison.Ordinal));

    private static string Plain(string marked) => marked
        .Replace('ŏ', 'o').Replace('ŭ', 'u').Replace('Ŏ', 'O').Replace('Ŭ', 'U');
}
