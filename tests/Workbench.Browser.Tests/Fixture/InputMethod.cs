using Microsoft.Playwright;

namespace Workbench.Browser.Tests.Fixture;

/// <summary>
/// Types as a Korean input method does: through the browser's debugging protocol, with a composition that grows, gives its last
/// consonant to the next syllable, and is committed. It imitates the system's input method; it is not one.
/// </summary>
public sealed class InputMethod
{
    private const string Initials = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private const string Finals = "\0ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
    private const int VowelCount = 21;
    private const int FinalCount = 28;
    private const char FirstSyllable = '가';
    private const char LastSyllable = '힣';

    private readonly ICDPSession _browser;

    private InputMethod(ICDPSession browser) => _browser = browser;

    /// <summary>Waits this long after every key.</summary>
    public TimeSpan BetweenKeys { get; set; } = TimeSpan.FromMilliseconds(15);

    public static async Task<InputMethod> OfAsync(IPage page) => new(await page.Context.NewCDPSessionAsync(page));

    /// <summary>Types a text, syllable by syllable, and ends the last composition.</summary>
    public async Task TypeAsync(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is < FirstSyllable or > LastSyllable)
            {
                await CommitAsync(text[i].ToString());
                continue;
            }

            foreach (var state in States(text[i], i + 1 < text.Length ? text[i + 1] : '\0'))
            {
                await ComposeAsync(state);
            }

            await CommitAsync(text[i].ToString());
        }
    }

    /// <summary>Types a text and leaves its last syllable composing, as it is when a translator's hand goes to Ctrl+Enter.</summary>
    public async Task TypeLeavingLastOpenAsync(string text)
    {
        await TypeAsync(text[..^1]);
        foreach (var state in States(text[^1], '\0'))
        {
            await ComposeAsync(state);
        }
    }

    /// <summary>Shows a text as being composed; an empty one ends the composition without a text.</summary>
    public Task ComposeAsync(string text) => SendAsync("Input.imeSetComposition", new()
    {
        ["text"] = text,
        ["selectionStart"] = text.Length,
        ["selectionEnd"] = text.Length,
    });

    /// <summary>Puts a text in place of what is being composed, and ends the composition.</summary>
    public Task CommitAsync(string text) => SendAsync("Input.insertText", new() { ["text"] = text });

    /// <summary>
    /// Presses and lets go a key while something is being composed. Browsers tell pages of such a key with the code 229 and
    /// <c>isComposing</c>; the input method's own reaction (committing at Enter) is a call of <see cref="CommitAsync"/> that follows.
    /// </summary>
    /// <param name="key">As in the browser's events: <c>Enter</c>.</param>
    /// <param name="code">Its place on the keyboard: <c>Enter</c>, <c>KeyS</c>.</param>
    public async Task PressWhileComposingAsync(string key, string code, bool control = false, bool shift = false, bool alt = false)
    {
        var modifiers = (alt ? 1 : 0) | (control ? 2 : 0) | (shift ? 8 : 0);
        foreach (var type in (string[])["rawKeyDown", "keyUp"])
        {
            await SendAsync("Input.dispatchKeyEvent", new()
            {
                ["type"] = type,
                ["key"] = key,
                ["code"] = code,
                ["modifiers"] = modifiers,
                ["windowsVirtualKeyCode"] = 229,
                ["nativeVirtualKeyCode"] = 229,
            });
        }
    }

    /// <summary>What the composition shows, key by key. A following initial first joins as a final: 한 before 하 and 느.</summary>
    private static IEnumerable<string> States(char syllable, char next)
    {
        var index = syllable - FirstSyllable;
        var final = index % FinalCount;
        var open = (char)(syllable - final);
        yield return Initials[index / FinalCount / VowelCount].ToString();
        yield return open.ToString();
        if (final > 0)
        {
            yield return syllable.ToString();
        }
        else if (next is >= FirstSyllable and <= LastSyllable &&
            Finals.IndexOf(Initials[(next - FirstSyllable) / FinalCount / VowelCount], StringComparison.Ordinal) is > 0 and var borrowed)
        {
            yield return ((char)(syllable + borrowed)).ToString();
        }
    }

    private async Task SendAsync(string method, Dictionary<string, object> arguments)
    {
        await _browser.SendAsync(method, arguments);
        await Task.Delay(BetweenKeys);
    }
}
