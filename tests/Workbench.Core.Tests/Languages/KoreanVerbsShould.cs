using Workbench.Core.Languages.Korean;

namespace Workbench.Core.Tests.Languages;

public sealed class KoreanVerbsShould
{
    [Theory]
    [InlineData("모시다", "모시고", "모신", "모실", "모셔", "모셨다", "모시였다", "모시려고", "모십니다", "모시는것을")]
    [InlineData("돕다", "돕고", "도와", "도왔다", "도우며", "도운")]
    [InlineData("잡다", "잡고", "잡아", "잡았다", "잡은")]
    [InlineData("부르다", "부르며", "불러", "불렀다", "부르는")]
    [InlineData("따르다", "따르며", "따라", "따랐다")]
    [InlineData("이끌다", "이끌고", "이끄는", "이끄시였다", "이끈", "이끌어")]
    [InlineData("깨닫다", "깨닫고", "깨달았다", "깨달은")]
    [InlineData("짓다", "짓고", "지었다", "지은", "지어")]
    [InlineData("하다", "하였다", "했다", "하여", "하는", "할수", "하고있다", "하시였다", "하셨다")]
    public void Know_a_verb_in_its_inflected_forms(string verb, params string[] forms) =>
        Assert.All(forms, form => Assert.True(IsFormOf(verb, form), form));

    [Theory]
    [InlineData("모시다", "모시옷을")]
    [InlineData("하다", "하늘이")]
    [InlineData("가다", "가족과")]
    public void Not_take_another_word_for_a_form(string verb, string other) => Assert.False(IsFormOf(verb, other));

    private static bool IsFormOf(string verb, string form) => VerbStem.Of(verb).Any(stem =>
        form.StartsWith(stem.Form, StringComparison.Ordinal) && KoreanEndings.LengthOf(stem.Kind, form.AsSpan(stem.Form.Length)) >= 0);
}
