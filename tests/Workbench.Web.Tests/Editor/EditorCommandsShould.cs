using System.Globalization;
using Workbench.Core;
using Workbench.Web.Editor;

namespace Workbench.Web.Tests.Editor;

public sealed class EditorCommandsShould
{
    [Fact]
    public void Have_no_two_commands_on_one_key()
    {
        var keys = EditorCommands.All.SelectMany(command => command.Keys).ToArray();

        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.Equal(EditorCommands.All.Length, EditorCommands.All.Select(command => command.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public void Have_words_for_every_command_and_group(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);

        Assert.All(EditorCommands.All, command =>
        {
            Assert.NotNull(Strings.Find(command.WordsKey, culture));
            Assert.NotNull(Strings.Find($"CommandGroup_{command.Group}", culture));
        });
    }

    /// <summary>A plain key writes, and a key that an input method uses to compose is never a command.</summary>
    [Fact]
    public void Take_no_key_that_writes() => Assert.All(
        EditorCommands.All.SelectMany(command => command.Keys),
        key => Assert.True(key.Ctrl || key.Alt || key.Code is ['F', ..], key.ToString()));

    [Theory]
    [InlineData("insert-match-9", "Ctrl+9", "Alt+9")]
    [InlineData("confirm-next", "Ctrl+Enter", "Ctrl+NumpadEnter")]
    [InlineData("concordance", "Ctrl+K", "F3")]
    public void Print_their_keys_as_people_know_them(string id, string first, string second) =>
        Assert.Equal([first, second], EditorCommands.Get(id).Keys.Select(key => key.ToString()));
}
