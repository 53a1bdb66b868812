using Workbench.Core.Text;
using Workbench.Web.Editor;

namespace Workbench.Web.Tests.Editor;

public sealed class TypedOffsetShould
{
    [Fact]
    public void Find_a_place_behind_codes_and_doubled_brackets()
    {
        var text = InlineText.Of(
            "a⟦b bold c",
            new InlineCode { Id = "1", Kind = InlineCodeKind.Start, Offset = 4 },
            new InlineCode { Id = "1", Kind = InlineCodeKind.End, Offset = 8 });
        var typed = CodeNotation.Write(text);

        Assert.Equal(typed.IndexOf('b', StringComparison.Ordinal), TypedOffset.Of(text, 2));
        Assert.Equal(typed.IndexOf("bold", StringComparison.Ordinal), TypedOffset.Of(text, 4));
        Assert.Equal(typed.IndexOf('c', StringComparison.Ordinal), TypedOffset.Of(text, 9));
    }
}
