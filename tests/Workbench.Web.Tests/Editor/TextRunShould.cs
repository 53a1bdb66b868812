using Workbench.Core.Text;
using Workbench.Web.Editor;

namespace Workbench.Web.Tests.Editor;

public sealed class TextRunShould
{
    [Fact]
    public void Draw_exactly_the_text_that_is_typed()
    {
        var text = InlineText.Of(
            " a bold word ",
            new InlineCode { Id = "1", Kind = InlineCodeKind.Start, Offset = 3 },
            new InlineCode { Id = "1", Kind = InlineCodeKind.End, Offset = 7 },
            new InlineCode { Id = "2", Kind = InlineCodeKind.Placeholder, Offset = 13 });

        var runs = TextRun.Cut(text, [], _ => "");

        Assert.Equal(CodeNotation.Write(text), string.Concat(runs.Select(run => run.Text)));
    }

    [Fact]
    public void Read_a_seam_as_its_space()
    {
        var text = InlineText.Of("leader Kim", new InlineCode
        {
            Id = "1",
            Kind = InlineCodeKind.Placeholder,
            Offset = 6,
            Reads = " ",
            Type = TextRun.SeamType,
        });

        var runs = TextRun.Cut(text, [], _ => "");

        Assert.Equal("leader Kim", string.Concat(runs.Select(run => run.Text)));
        Assert.Equal(TextRunKind.Seam, runs[1].Kind);
    }
}
