using System.Collections.Immutable;

namespace Workbench.Core.Languages.Korean;

/// <summary>What a form of a verb is, which decides the endings that may follow it.</summary>
internal enum StemKind
{
    /// <summary>The stem as it is: 모시, 먹.</summary>
    Plain,

    /// <summary>Joined with 아/어: 모셔, 먹어, 해.</summary>
    Infinitive,

    /// <summary>Joined with 았/었: 모셨, 먹었, 했.</summary>
    Past,

    /// <summary>Joined with ㄴ: 모신.</summary>
    Adnominal,

    /// <summary>Joined with ㄹ: 모실.</summary>
    Prospective,

    /// <summary>Joined with ㅁ: 모심.</summary>
    Nominal,

    /// <summary>Joined with ㅂ: 모십.</summary>
    Formal,
}

/// <summary>The shapes that the stem of a verb takes before its endings.</summary>
/// <param name="Form">The whole verb up to the ending, without 다.</param>
internal readonly record struct VerbStem(string Form, StemKind Kind)
{
    private const int FinalNieun = 4;
    private const int FinalRieul = 8;
    private const int FinalMieum = 16;
    private const int FinalPieup = 17;
    private const int FinalSiot = 19;
    private const int FinalSsangSiot = 20;

    /// <summary>Regular in ㅂ: 잡아, not 자와.</summary>
    private const string RegularPieup = "잡입뽑씹집접업굽좁꼽뵙꼬";

    private const string IrregularTikeut = "닫걷듣묻싣긷컫눋";
    private const string IrregularSiot = "짓잇낫붓긋젓";

    /// <param name="dictionary">The dictionary form, ending in 다.</param>
    public static ImmutableArray<VerbStem> Of(string dictionary)
    {
        var stem = dictionary[..^1];
        var (head, last) = (stem[..^1], stem[^1]);
        var stems = ImmutableArray.CreateBuilder<VerbStem>();
        stems.Add(new(stem, StemKind.Plain));
        switch (Hangul.FinalOf(last))
        {
            case 0:
                AddOpen(stems, head, last);
                break;
            case FinalRieul:
                var open = With(last, 0);
                stems.Add(new(head + open, StemKind.Plain));
                AddFused(stems, head, open);
                break;
            case FinalPieup when !RegularPieup.Contains(last, StringComparison.Ordinal):
                stems.Add(new(head + With(last, 0) + "우", StemKind.Plain));
                AddFused(stems, head + With(last, 0), '우');
                AddInfinitive(stems, head + With(last, 0) + "와");
                AddInfinitive(stems, head + With(last, 0) + "워");
                break;
            case 7 when IrregularTikeut.Contains(last, StringComparison.Ordinal):
                stems.Add(new(head + With(last, FinalRieul), StemKind.Plain));
                break;
            case FinalSiot when IrregularSiot.Contains(last, StringComparison.Ordinal):
                stems.Add(new(head + With(last, 0) + "으", StemKind.Plain));
                AddFused(stems, head + With(last, 0), '으');
                AddInfinitive(stems, head + With(last, 0) + (IsBright(last) ? "아" : "어"));
                break;
            default:
                break;
        }

        return stems.ToImmutable();
    }

    private static void AddOpen(ImmutableArray<VerbStem>.Builder stems, string head, char last)
    {
        AddFused(stems, head, last);
        if (last == '하')
        {
            AddInfinitive(stems, head + "해");
            AddInfinitive(stems, head + "하여");
            stems.Add(new(head + "하였", StemKind.Past));
            return;
        }

        if (last == '르' && head.Length > 0)
        {
            var vowel = IsBright(head[^1]) ? 'ㅏ' : 'ㅓ';
            AddInfinitive(stems, head + (vowel == 'ㅏ' ? '라' : '러'));
            if (Hangul.FinalOf(head[^1]) == 0)
            {
                AddInfinitive(stems, head[..^1] + With(head[^1], FinalRieul) + (vowel == 'ㅏ' ? '라' : '러'));
            }

            return;
        }

        // ㅏㅐㅓㅔㅕ stay, ㅗ→ㅘ, ㅜ→ㅝ, ㅚ→ㅙ, ㅣ→ㅕ, ㅡ→ㅓ or, after a bright syllable, ㅏ.
        var fused = Hangul.VowelOf(last) switch
        {
            0 or 1 or 4 or 5 or 6 => Hangul.VowelOf(last),
            8 => 9,
            13 => 14,
            11 => 10,
            20 => 6,
            18 => head.Length > 0 && IsBright(head[^1]) ? 0 : 4,
            _ => -1,
        };
        if (fused >= 0)
        {
            AddInfinitive(stems, head + Hangul.Compose(Hangul.InitialOf(last), fused, 0));
        }
    }

    /// <summary>The forms in which the first sound of the ending joins an open syllable.</summary>
    private static void AddFused(ImmutableArray<VerbStem>.Builder stems, string head, char open)
    {
        stems.Add(new(head + With(open, FinalNieun), StemKind.Adnominal));
        stems.Add(new(head + With(open, FinalRieul), StemKind.Prospective));
        stems.Add(new(head + With(open, FinalMieum), StemKind.Nominal));
        stems.Add(new(head + With(open, FinalPieup), StemKind.Formal));
    }

    private static void AddInfinitive(ImmutableArray<VerbStem>.Builder stems, string form)
    {
        stems.Add(new(form, StemKind.Infinitive));
        stems.Add(new(form[..^1] + With(form[^1], FinalSsangSiot), StemKind.Past));
    }

    private static bool IsBright(char syllable) => Hangul.VowelOf(syllable) is 0 or 2 or 8;

    private static char With(char syllable, int final) =>
        Hangul.Compose(Hangul.InitialOf(syllable), Hangul.VowelOf(syllable), final);
}
