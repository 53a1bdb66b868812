using System.Globalization;

namespace Workbench.Core.Tests;

public sealed class StringsShould
{
    [Theory]
    [InlineData("en", "Draft")]
    [InlineData("ko", "초고")]
    [InlineData("ko-KR", "초고")]
    [InlineData("fr", "Draft")]
    public void Speak_the_language_that_is_asked_for(string language, string expected) =>
        Assert.Equal(expected, Strings.Get("State_Draft", CultureInfo.GetCultureInfo(language)));

    [Fact]
    public void Refuse_a_key_that_there_is_not() =>
        Assert.Throws<ArgumentException>(() => Strings.Get("State_Lost", CultureInfo.InvariantCulture));
}
