using System.Collections.Immutable;
using System.Globalization;

namespace Workbench.Web.Editor;

/// <summary>A key by its place on the keyboard (<c>KeyboardEvent.code</c>), so that it works with the Hangul layout on.</summary>
/// <param name="Code">Such as <c>Enter</c>, <c>KeyK</c>, <c>Digit1</c>.</param>
public sealed record EditorKey(string Code, bool Ctrl = false, bool Alt = false, bool Shift = false)
{
    /// <summary>As a key sheet prints it: <c>Ctrl+Shift+Enter</c>.</summary>
    public override string ToString() => string.Join('+', Parts());

    private IEnumerable<string> Parts()
    {
        if (Ctrl)
        {
            yield return "Ctrl";
        }

        if (Alt)
        {
            yield return "Alt";
        }

        if (Shift)
        {
            yield return "Shift";
        }

        yield return Code switch
        {
            ['K', 'e', 'y', var letter] => letter.ToString(),
            ['D', 'i', 'g', 'i', 't', var digit] => digit.ToString(),
            "ArrowDown" => "↓",
            "ArrowUp" => "↑",
            _ => Code,
        };
    }
}

/// <summary>What a person can ask the editor to do. Keys, menu and buttons all come from here.</summary>
/// <param name="Id">Kebab-case and stable; a numbered command ends in its number.</param>
/// <param name="Group">Its heading in the key sheet is <c>CommandGroup_</c> + group.</param>
/// <param name="Keys">The first is shown; the others are for browsers that keep the first for themselves.</param>
/// <param name="Number">Which of the matches or terms a numbered command puts in, from 1; 0 for the others.</param>
public sealed record EditorCommand(string Id, string Group, ImmutableArray<EditorKey> Keys, int Number = 0)
{
    /// <summary>Where its words are in <see cref="Workbench.Core.Strings"/>.</summary>
    public string WordsKey => "Command_" + (Number == 0 ? Id : Id[..Id.LastIndexOf('-')]);
}

/// <summary>The one table of the editor's commands.</summary>
public static class EditorCommands
{
    public const string GoTo = "go-to";
    public const string AddTerm = "add-term";
    public const string Concordance = "concordance";
    public const string AddNote = "add-note";
    public const string UndoSeam = "undo-seam";
    public const string KeySheet = "keys";

    private const int Numbered = 9;

    public static ImmutableArray<EditorCommand> All { get; } =
    [
        Command("confirm-next", "segment", new("Enter", Ctrl: true), new("NumpadEnter", Ctrl: true)),
        Command("unconfirm", "segment", new EditorKey("Enter", Ctrl: true, Shift: true)),
        Command("mark-reviewed", "segment", new EditorKey("KeyR", Alt: true)),
        Command("mark-final", "segment", new EditorKey("KeyR", Alt: true, Shift: true)),
        Command("copy-source", "segment", new("Insert", Ctrl: true), new("KeyS", Ctrl: true, Shift: true)),
        Command("clear", "segment", new("Delete", Alt: true), new("Backspace", Ctrl: true, Alt: true)),
        Command("undo", "segment", new EditorKey("KeyZ", Ctrl: true)),
        Command("redo", "segment", new("KeyY", Ctrl: true), new("KeyZ", Ctrl: true, Shift: true)),
        Command(UndoSeam, "segment", new EditorKey("KeyJ", Alt: true)),
        Command("next", "move", new("ArrowDown", Ctrl: true), new("ArrowDown", Alt: true)),
        Command("previous", "move", new("ArrowUp", Ctrl: true), new("ArrowUp", Alt: true)),
        Command(GoTo, "move", new("KeyG", Ctrl: true), new("KeyG", Alt: true)),
        .. Numbers("insert-match", digit => [new(digit, Ctrl: true), new(digit, Alt: true)]),
        .. Numbers("insert-term", digit => [new(digit, Ctrl: true, Alt: true), new(digit, Alt: true, Shift: true)]),
        Command("insert-code", "insert", new("F8"), new("Comma", Ctrl: true)),
        Command(AddTerm, "tools", new("KeyE", Ctrl: true), new("KeyT", Alt: true)),
        Command(Concordance, "tools", new("KeyK", Ctrl: true), new("F3")),
        Command(AddNote, "tools", new("KeyM", Ctrl: true), new("KeyM", Alt: true)),
        Command(KeySheet, "tools", new EditorKey("F1")),
    ];

    public static EditorCommand Get(string id) => All.First(command => command.Id == id);

    private static EditorCommand Command(string id, string group, params ImmutableArray<EditorKey> keys) => new(id, group, keys);

    private static IEnumerable<EditorCommand> Numbers(string id, Func<string, ImmutableArray<EditorKey>> keys) =>
        Enumerable.Range(1, Numbered).Select(number =>
        {
            var name = number.ToString(CultureInfo.InvariantCulture);

            return new EditorCommand($"{id}-{name}", "insert", keys($"Digit{name}"), number);
        });
}
