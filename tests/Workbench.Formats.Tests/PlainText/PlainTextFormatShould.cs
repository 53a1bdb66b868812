using System.Text;
using CsCheck;
using Workbench.Core.Exchange;
using Workbench.Core.Text;
using Workbench.Formats.PlainText;

namespace Workbench.Formats.Tests.PlainText;

public sealed class PlainTextFormatShould
{
    private const string Sample = "첫 문장이다. 자주의 강국\r\n\r\n  Second line\u00A0\nThird\u200B 뷁뷁뷁 줄이다\rlast 위대한 수령 김일성동지";

    private readonly PlainTextFormat _format = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", false }, { "utf-8", true }, { "utf-16le", false }, { "utf-16le", true }, { "utf-16be", false }, { "utf-16be", true }, { "euc-kr", false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Read_every_encoding_and_write_it_back_as_it_was(string name, bool mark)
    {
        var bytes = GivenBytes(Sample, name, mark);

        var read = (await ReadAsync(bytes)).Value;
        var written = await WriteAsync(bytes, read.Encoding);

        Assert.Equal(name, read.Encoding);
        Assert.False(read.EncodingIsUncertain);
        Assert.Equal(["첫 문장이다. 자주의 강국", "Second line", Writable("Third\u200B 뷁뷁뷁 줄이다", name), "last 위대한 수령 김일성동지"], read.Units.Select(unit => unit.Text.Text));
        Assert.Equal(["1", "3", "4", "5"], read.Units.Select(unit => unit.Part));
        Assert.Equal(["\r\n\r\n  ", Writable("\u00A0\n", name), "\r", ""], read.Units.Select(unit => unit.Separator));
        Assert.Equal(bytes, written);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Put_targets_in_place_and_leave_everything_else(string name, bool mark)
    {
        var bytes = GivenBytes(Sample, name, mark);

        var written = await WriteAsync(bytes, name, new TranslatedUnit(["4"], InlineText.Of("셋째")), new TranslatedUnit(["1"], InlineText.Of("Eins")));

        Assert.Equal(GivenBytes("Eins\r\n\r\n  Second line\u00A0\n셋째\rlast 위대한 수령 김일성동지", name, mark), written);
    }

    [Fact]
    public async Task Say_which_characters_an_encoding_lacks_and_write_utf_8_instead()
    {
        var bytes = GivenBytes("하나\n둘", "euc-kr", mark: false);
        using var output = new MemoryStream();

        var warnings = await _format.WriteAsync(new MemoryStream(bytes), new ReadOptions { Encoding = "euc-kr" }, new DocumentTranslation([new TranslatedUnit(["1"], InlineText.Of("é😀é"))]), output, Cancellation);

        var warning = Assert.Single(warnings);
        Assert.Equal("text-encoding-changed", warning.Code);
        Assert.Contains(("characters", (object)"é😀"), warning.Arguments);
        Assert.Equal(GivenBytes("é😀é\n둘", "utf-8", mark: true), output.ToArray());
    }

    [Fact]
    public async Task Ask_when_the_bytes_do_not_decide()
    {
        Assert.True((await ReadAsync(GivenBytes("가나", "euc-kr", mark: false))).Value.EncodingIsUncertain);
        Assert.True((await ReadAsync([.. "caf"u8, 0xE9, .. " au lait"u8])).Value.EncodingIsUncertain);
    }

    [Fact]
    public async Task Replace_a_lone_surrogate_with_a_warning_and_keep_the_original()
    {
        byte[] bytes = [.. Encoding.Unicode.GetBytes("one "), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("\ntwo and more")];

        var read = await ReadAsync(bytes);

        Assert.Equal("one \uFFFD", read.Value.Units[0].Text.Text);
        Assert.Equal("text-replaced", Assert.Single(read.Problems).Code);
        Assert.Equal(1, read.Problems[0].Place!.Value.Line);
        Assert.Equal(bytes, await WriteAsync(bytes, read.Value.Encoding));
    }

    [Fact]
    public async Task Copy_broken_bytes_beside_a_translation()
    {
        byte[] bytes = [.. "첫 줄은 온전하고 글자가 많다\n둘째 "u8, 0xFF, .. "\n셋째"u8];

        var read = (await ReadAsync(bytes)).Value;
        var written = await WriteAsync(bytes, read.Encoding, new TranslatedUnit(["3"], InlineText.Of("third")));

        Assert.Equal("utf-8", read.Encoding);
        Assert.Equal([.. "첫 줄은 온전하고 글자가 많다\n둘째 "u8, 0xFF, .. "\nthird"u8], written);
    }

    [Theory]
    [InlineData(new byte[0], "file-empty")]
    [InlineData(new byte[] { 32, 10, 32 }, "file-empty")]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 65, 65 }, "text-binary")]
    [InlineData(new byte[] { 0, 1, 2, 0, 0, 5, 9 }, "text-binary")]
    public async Task Refuse_what_is_no_text_and_say_why(byte[] bytes, string code) =>
        Assert.Equal(code, Assert.Single((await ReadAsync(bytes)).Problems).Code);

    [Fact]
    public async Task Refuse_an_encoding_that_does_not_exist() =>
        Assert.Equal("text-encoding-unknown", Assert.Single((await _format.ReadAsync(new MemoryStream("a"u8.ToArray()), new ReadOptions { Encoding = "klingon" }, Cancellation)).Problems).Code);

    [Fact]
    public void Never_lose_a_byte_of_any_file() =>
        Gen.Byte.Array[1, 80].Sample(bytes =>
        {
            var read = ReadAsync(bytes).GetAwaiter().GetResult();

            return !read.Succeeded || WriteAsync(bytes, read.Value.Encoding).GetAwaiter().GetResult().AsSpan().SequenceEqual(bytes);
        }, iter: 2_000);

    private static byte[] GivenBytes(string text, string name, bool mark)
    {
        var bytes = TextEncodings.Find(name)!.GetBytes(Writable(text, name));
        return mark ? [.. TextEncodings.Find(name)!.GetBytes("\uFEFF"), .. bytes] : bytes;
    }

    private static string Writable(string text, string name) =>
        name == "euc-kr" ? text.Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u200B", "", StringComparison.Ordinal) : text;

    private async Task<Core.Problems.Result<ReadDocument>> ReadAsync(byte[] bytes) =>
        await _format.ReadAsync(new MemoryStream(bytes), new ReadOptions(), Cancellation);

    private async Task<byte[]> WriteAsync(byte[] bytes, string encoding, params TranslatedUnit[] units)
    {
        using var output = new MemoryStream();
        await _format.WriteAsync(new MemoryStream(bytes), new ReadOptions { Encoding = encoding }, new DocumentTranslation([.. units]), output, Cancellation);
        return output.ToArray();
    }
}
