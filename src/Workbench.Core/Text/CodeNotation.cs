using System.Collections.Immutable;
using System.Text;

namespace Workbench.Core.Text;

/// <summary>
/// Inline codes as people type around them: <c>⟦1⟧</c> for a code that stands alone, <c>⟦1›</c> … <c>‹1⟧</c> for a pair. A
/// literal <c>⟦</c> or <c>⟧</c> of the text is written twice. The number is the code's place among the codes of the unit.
/// </summary>
public static class CodeNotation
{
    public const char Open = '⟦';
    public const char Close = '⟧';
    public const char StartMark = '›';
    public const char EndMark = '‹';

    /// <summary>The text with a token for each code; codes that read as text stand in place of what they read as.</summary>
    public static string Write(InlineText text)
    {
        if (text.Codes.IsEmpty && text.Text.AsSpan().IndexOfAny(Open, Close) < 0)
        {
            return text.Text;
        }

        var written = new StringBuilder(text.Text.Length + (text.Codes.Length * 4));
        var position = 0;
        foreach (var code in text.Codes)
        {
            Escape(written, text.Text.AsSpan(position, Math.Max(0, code.Offset - position)));
            written.Append(Token(code));
            position = Math.Max(position, code.Span.End);
        }

        Escape(written, text.Text.AsSpan(position));
        return written.ToString();
    }

    /// <summary>The token that stands for <paramref name="code"/>.</summary>
    public static string Token(InlineCode code) => code.Kind switch
    {
        InlineCodeKind.Start => $"{Open}{code.Id}{StartMark}",
        InlineCodeKind.End => $"{EndMark}{code.Id}{Close}",
        _ => $"{Open}{code.Id}{Close}",
    };

    /// <summary>
    /// The text that <paramref name="typed"/> writes. A token that names none of <paramref name="known"/> (usually the codes
    /// of the source) stays as the characters it is, so that nothing typed is lost.
    /// </summary>
    public static InlineText Read(string typed, ImmutableArray<InlineCode> known)
    {
        if (typed.AsSpan().IndexOfAny(Open, Close, EndMark) < 0)
        {
            return InlineText.Of(typed);
        }

        var tokens = known.Select(code => (Token: Token(code), Code: code)).ToArray();
        var text = new StringBuilder(typed.Length);
        var codes = new List<InlineCode>();
        for (var at = 0; at < typed.Length;)
        {
            var rest = typed.AsSpan(at);
            if (IsDoubled(rest))
            {
                text.Append(rest[0]);
                at += 2;
                continue;
            }

            if (StartingToken(rest, tokens) is var (token, code))
            {
                codes.Add(code with { Offset = text.Length });
                text.Append(code.Reads);
                at += token.Length;
                continue;
            }

            text.Append(rest[0]);
            at++;
        }

        return InlineText.Of(text.ToString(), [.. codes]);
    }

    private static bool IsDoubled(ReadOnlySpan<char> rest) =>
        rest.Length > 1 && rest[0] is Open or Close && rest.Length > 1 && rest[1] == rest[0];

    private static (string Token, InlineCode Code)? StartingToken(
        ReadOnlySpan<char> rest, (string Token, InlineCode Code)[] tokens)
    {
        foreach (var candidate in tokens)
        {
            if (rest.StartsWith(candidate.Token, StringComparison.Ordinal))
            {
                return candidate;
            }
        }

        return null;
    }

    private static void Escape(StringBuilder written, ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            written.Append(unit);
            if (unit is Open or Close)
            {
                written.Append(unit);
            }
        }
    }
}
