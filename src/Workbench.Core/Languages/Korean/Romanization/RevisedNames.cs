
namespace Workbench.Core.Languages.Korean.Romanization;

/// <summary>
/// Names in Revised Romanization (Notice 2000-8, chapter 3): do, si, gun and their like after a hyphen without sound change across
/// it, features joined with it; between the syllables of a given name no sound change is written.
/// </summary>
internal static class RevisedNames
{
    public static string Write(MarkedName name, bool isHyphenated) => name.Kind switch
    {
        NameKind.Person => $"{Romanizer.Capital(Letters(name.Name))} {Romanizer.Capital(string.Join(isHyphenated ? "-" : "", name.Rest.Select(syllable => Letters(syllable.ToString()))))}",
        NameKind.Unit => Romanizer.Capital($"{Letters(name.Name)}-{Letters(name.Rest)}"),
        _ => Romanizer.Capital(Letters(name.Whole)),
    };

    private static string Letters(string syllables) =>
        RevisedLetters.Instance.Write(SoundChanges.Surface.Apply(Sound.Spell(syllables)));
}
