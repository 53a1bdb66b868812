using Workbench.Core.Text;

namespace Workbench.Web.Editor;

/// <summary>Where a place of a text is when the text is written as people type it, with tokens for its codes.</summary>
internal static class TypedOffset
{
    /// <param name="offset">In UTF-16 code units of <see cref="InlineText.Text"/>. A code at the place stands before it.</param>
    public static int Of(InlineText text, int offset)
    {
        var typed = offset;
        foreach (var code in text.Codes.Where(code => code.Offset <= offset))
        {
            typed += CodeNotation.Token(code).Length - Math.Min(code.Reads.Length, offset - code.Offset);
        }

        return typed + text.Text.AsSpan(0, offset).Count(CodeNotation.Open) + text.Text.AsSpan(0, offset).Count(CodeNotation.Close);
    }
}
