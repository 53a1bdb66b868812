using Workbench.Core.Languages;
using Workbench.Core.Languages.Korean;

namespace Workbench.Core.Tests.Languages;

public sealed class KoreanOrderShould
{
    [Fact]
    public void Put_double_consonants_and_the_silent_initial_last_in_the_North() => Assert.Equal(
        ["가다", "나라", "사상", "자주", "하늘", "까치", "따뜻", "빵", "쌀", "쪽", "아침", "인민"],
        Sorted(KoreanOrder.North, "인민", "아침", "쪽", "쌀", "빵", "따뜻", "까치", "하늘", "자주", "사상", "나라", "가다"));

    [Fact]
    public void Follow_the_code_points_in_the_South() => Assert.Equal(
        ["가다", "까치", "나라", "따뜻", "빵", "사상", "쌀", "아침", "인민", "자주", "쪽", "하늘"],
        Sorted(KoreanOrder.South, "하늘", "쪽", "자주", "인민", "아침", "쌀", "사상", "빵", "따뜻", "나라", "까치", "가다"));

    [Fact]
    public void Put_compound_vowels_after_the_simple_ones_in_the_North() => Assert.Equal(
        ["가", "갸", "거", "기", "개", "게", "괴", "귀", "긔", "과", "궈", "괘", "궤"],
        Sorted(KoreanOrder.North, "궤", "괘", "궈", "과", "긔", "귀", "괴", "게", "개", "기", "거", "갸", "가"));

    [Fact]
    public void Put_double_finals_last_in_the_North()
    {
        Assert.Equal(["가", "각", "갃", "간", "강", "갖", "갛", "갂", "갔"], Sorted(KoreanOrder.North, "갔", "갂", "갛", "갖", "강", "간", "갃", "각", "가"));
        Assert.Equal(["가", "각", "갂", "갃", "간", "갔", "강", "갖", "갛"], Sorted(KoreanOrder.South, "갔", "갂", "갛", "갖", "강", "간", "갃", "각", "가"));
    }

    [Fact]
    public void Not_count_spaces_and_marks_and_put_other_scripts_before_Hangul() => Assert.Equal(
        ["7.27", "IT", "金", "대외 경제", "《대외》무역", "대외적"],
        Sorted(KoreanOrder.North, "대외적", "대외 경제", "金", "《대외》무역", "IT", "7.27"));

    [Fact]
    public void Read_letters_put_together_and_letters_apart_alike() =>
        Assert.Equal(KoreanOrder.North.KeyOf("인민"), KoreanOrder.North.KeyOf("인민".Normalize(System.Text.NormalizationForm.FormD)));

    [Fact]
    public void Be_that_of_the_DPRK_for_its_language_alone()
    {
        Assert.Same(KoreanOrder.North, KoreanOrder.For(LanguageTag.KoreanNorth));
        Assert.Same(KoreanOrder.South, KoreanOrder.For(LanguageTag.KoreanSouth));
        Assert.Same(KoreanOrder.South, KoreanOrder.For(LanguageTag.Korean));
    }

    private static IEnumerable<string> Sorted(KoreanOrder order, params string[] texts) => texts.OrderBy(order.KeyOf, StringComparer.Ordinal);
}
