using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Core.Text;
using Workbench.Core.Work;
using Workbench.Formats.PlainText;
using Workbench.Formats.Srx;
using Workbench.TestKit;
using Workbench.TestKit.Storage;

namespace Workbench.Formats.Tests.PlainText;

/// <summary>The way of a text file through import, translation and export.</summary>
public sealed class TranslationShould : IAsyncDisposable
{
    private static readonly Actor Someone = new() { Id = new ActorId("someone"), Name = "Someone" };

    private readonly InMemoryWorkspaceStore _store = new();
    private readonly InMemoryBlobStore _blobs = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [InlineData("utf-8", false, "\n")]
    [InlineData("utf-8", true, "\r\n")]
    [InlineData("utf-16le", true, "\r\n")]
    [InlineData("utf-16be", true, "\r")]
    [InlineData("euc-kr", false, "\r\n")]
    public async Task Leave_an_untouched_file_byte_for_byte_as_it_was(string encoding, bool mark, string lineEnd)
    {
        var bytes = Bytes(string.Join(lineEnd, "첫 문장이다. 자주의 강국이다.", "", "  둘째 문장.\t", "위대한 수령"), encoding, mark);
        var document = await GivenAnImport(bytes, "ko-KP", "en");

        var (written, warnings) = await ExportAsync(document, new TranslationOptions());

        Assert.Equal(bytes, written);
        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData("utf-8", true, "\r\n")]
    [InlineData("utf-16le", true, "\n")]
    [InlineData("utf-16be", false, "\r\n")]
    [InlineData("euc-kr", false, "\r\n")]
    public async Task Come_back_in_the_encoding_and_on_the_line_ends_it_came_in(string encoding, bool mark, string lineEnd)
    {
        var bytes = Bytes(string.Join(lineEnd, "첫 문장이다. 자주의 강국이다.", "", "  둘째 문장.\t", ""), encoding, mark);
        var document = await GivenAnImport(bytes, "ko-KP", "en", "One.", "", "Two\nlines.");

        var (written, warnings) = await ExportAsync(document, new TranslationOptions());

        Assert.Equal(Bytes(string.Join(lineEnd, "One. 자주의 강국이다.", "", "  Two", "lines.\t", ""), encoding, mark), written);
        Assert.Empty(warnings);
    }

    [Fact]
    public async Task Offer_utf_8_where_the_encoding_has_not_the_letters_and_lose_none()
    {
        var bytes = Encoding.Latin1.GetBytes("A caf\u00E9 in Paris.\r\nThe end.");
        var document = await GivenAnImport(bytes, "fr", "ko-KP", "빠리의 까페.");

        var (written, warnings) = await ExportAsync(document, new TranslationOptions());

        Assert.Equal(Bytes("빠리의 까페.\r\nThe end.", "utf-8", mark: true), written);
        var warning = Assert.Single(warnings);
        Assert.Equal("text-encoding-changed", warning.Code);
        Assert.Contains("빠", warning.Arguments.Single(argument => argument.Name == "characters").Value.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", "Un. 둘.", true)]
    [InlineData("utf-16be", "Un. 둘.", true)]
    [InlineData("euc-kr", "Un. 둘.", false)]
    public async Task Be_written_in_another_encoding_where_one_is_chosen(string chosen, string expected, bool mark)
    {
        var document = await GivenAnImport(Bytes("하나. 둘.", "utf-16le", mark: true), "ko-KP", "fr", "Un.");

        var (written, warnings) = await ExportAsync(document, new TranslationOptions { Encoding = chosen });

        Assert.Equal(Bytes(expected, chosen, mark), written);
        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData(StatementPlace.Head, "\uFEFFa.txt\r\nPublication: not stated\r\n", "This is a translation", "\r\n\r\n하나.\r\n")]
    [InlineData(StatementPlace.End, "\uFEFF하나.\r\n\r\na.txt\r\nPublication: not stated\r\n", "This is a translation", "not the translator's.\r\n")]
    public async Task State_what_it_is_before_or_after_the_text_on_the_files_own_line_ends(StatementPlace place, string start, string middle, string end)
    {
        var document = await GivenAnImport(Bytes("One.\r\n", "utf-8", mark: true), "en", "ko-KP", "하나.");

        var text = Encoding.UTF8.GetString((await ExportAsync(document, new TranslationOptions { Statement = place })).Written);

        Assert.StartsWith(start, text, StringComparison.Ordinal);
        Assert.Contains(middle, text, StringComparison.Ordinal);
        Assert.EndsWith(end, text, StringComparison.Ordinal);
        Assert.Equal(text.Count('\n'), text.Count('\r'));
    }

    [Fact]
    public async Task Write_the_joined_sentence_of_the_sample_as_one_line_or_with_its_break_as_the_target_has_it()
    {
        var bytes = await File.ReadAllBytesAsync(Repository.Seed, Cancellation);
        var document = await GivenAnImport(bytes, "en", "ko-KP");
        var joined = (await _store.ListAsync<Segment>(document.Value, Cancellation)).Single(segment => !segment.Source.Codes.IsEmpty);
        var seam = Assert.Single(joined.Source.Codes);
        var original = Encoding.UTF8.GetString(bytes);
        var lines = original.Split('\n');

        await TranslateAsync(joined, InlineText.Of("한 줄."));
        var one = Encoding.UTF8.GetString((await ExportAsync(document, new TranslationOptions())).Written);
        await TranslateAsync(joined, InlineText.Of("앞 뒤", seam with { Offset = 1 }));
        var two = Encoding.UTF8.GetString((await ExportAsync(document, new TranslationOptions())).Written);
        await TranslateAsync(joined, InlineText.Empty);
        var back = (await ExportAsync(document, new TranslationOptions())).Written;

        Assert.Equal(string.Join('\n', [.. lines[..38], "한 줄.", .. lines[41..]]), one);
        Assert.Equal(string.Join('\n', [.. lines[..38], "앞\u00A0", "", "뒤", .. lines[41..]]), two);
        Assert.Equal(bytes, back);
    }

    private static byte[] Bytes(string text, string encoding, bool mark) =>
        TextEncodings.Find(encoding)!.GetBytes((mark ? "\uFEFF" : "") + text);

    /// <summary>An imported text whose first segments have these targets; an empty one is none.</summary>
    private async Task<DocumentId> GivenAnImport(byte[] bytes, string from, string to, params string[] targets)
    {
        var project = new Project
        {
            Id = ProjectId.New(),
            Name = "P",
            SourceLanguage = LanguageTag.Of(from),
            TargetLanguage = LanguageTag.Of(to),
            CreatedAt = _clock.GetUtcNow(),
        };
        await CommitAsync(Operation.Create(project));
        var import = new ImportDocument(_store, _blobs, _clock);
        var preview = await import.PreviewAsync(
            project, new PlainTextFormat(), bytes, new ReadOptions { FileName = "a.txt" }, new Publication(), WorkbenchRules.SegmenterFor(project.SourceLanguage), Cancellation);
        Assert.True((await import.KeepAsync(preview.Value, Someone.Id, Cancellation)).IsDurable);
        foreach (var (segment, target) in (await _store.ListAsync<Segment>(preview.Value.Document.Key, Cancellation)).Zip(targets))
        {
            await TranslateAsync(segment, InlineText.Of(target));
        }

        return preview.Value.Document.Id;
    }

    private async Task TranslateAsync(Segment segment, InlineText target)
    {
        var current = await _store.GetAsync(segment.Id, Cancellation);
        if (current.Target != target)
        {
            await CommitAsync(Operation.Replace(current, current.Write(target, TargetOrigin.Typed, _clock.GetUtcNow())));
        }
    }

    private async Task CommitAsync(Operation operation) =>
        Assert.True((await _store.CommitAsync(new ChangeSet(CommandId.New(), Someone.Id, operation), Cancellation)).IsDurable);

    private async Task<(byte[] Written, ImmutableArray<Problem> Warnings)> ExportAsync(DocumentId document, TranslationOptions options)
    {
        var export = new ExportDocument(_store, _blobs, [new PlainTextFormat()], _clock);
        using var output = new MemoryStream();
        var warnings = await export.WriteAsync(await export.CollectAsync(document, options, Someone.Id, Cancellation), output, Cancellation);
        return (output.ToArray(), warnings);
    }
}
