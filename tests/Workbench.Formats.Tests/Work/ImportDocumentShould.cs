using System.Text;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Problems;
using Workbench.Core.Segmentation;
using Workbench.Core.Storage;
using Workbench.Core.Work;
using Workbench.Formats.PlainText;
using Workbench.Formats.Srx;
using Workbench.TestKit.Storage;

namespace Workbench.Formats.Tests.Work;

/// <summary>The use case of Core with the real format, rules and seams: what a person imports.</summary>
public sealed class ImportDocumentShould : IAsyncDisposable
{
    private const string Broken = "The victory of the great leader\u00A0\n\nComrade Kim Il Sung in July Juche42(1953) stands. It lasts.";

    private static readonly ActorId Someone = new("someone");

    private static readonly Project Project = new()
    {
        Id = ProjectId.New(),
        Name = "Trade",
        SourceLanguage = LanguageTag.English,
        TargetLanguage = LanguageTag.KoreanNorth,
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    private readonly InMemoryDisk _disk = new();
    private readonly InMemoryBlobStore _blobs = new();
    private InMemoryWorkspaceStore _store;

    public ImportDocumentShould() => _store = new InMemoryWorkspaceStore(_disk, TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ImportDocument Import => new(_store, _blobs, TimeProvider.System);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Keep_units_segments_and_the_original_as_they_were_shown()
    {
        var preview = await GivenAPreview(Utf8("Trade\n\nOne sentence. Another one.\n"));

        var result = await Import.KeepAsync(preview, Someone, Cancellation);

        Assert.True(result.IsDurable);
        var document = Assert.Single(await _store.ListAsync<Document>(Project.Key, Cancellation));
        Assert.Equal(("file.txt", "plain-text", "utf-8"), (document.FileName, document.FormatId, document.Encoding));
        Assert.Equal(["Trade", "One sentence.", "Another one."], (await SegmentsAsync(document)).Select(segment => segment.Source.Text));
        Assert.Equal(2, await _store.CountAsync<Unit>(document.Key, Cancellation));
        Assert.Equal(preview.Original.ToArray(), await OriginalOf(document));
        Assert.Equal(0, await new StagedImports(_store).SweepAsync(Someone, Cancellation));
    }

    [Fact]
    public async Task Replace_half_a_character_with_a_warning_and_keep_the_original()
    {
        byte[] bytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("One "), 0x00, 0xD8, .. Encoding.Unicode.GetBytes(" two.")];

        var preview = await GivenAPreview(bytes);
        await Import.KeepAsync(preview, Someone, Cancellation);

        Assert.Equal("One \uFFFD two.", Assert.Single(preview.Segments).Source.Text);
        Assert.Equal(("text-replaced", Severity.Warning), preview.Document.ImportWarnings.Select(warning => (warning.Code, warning.Severity)).Single());
        Assert.Equal(bytes, await OriginalOf(Assert.Single(await _store.ListAsync<Document>(Project.Key, Cancellation))));
    }

    [Theory]
    [InlineData("One.\nTwo.\n")]
    [InlineData("One.\r\nTwo.\r\n")]
    [InlineData("One.\rTwo.")]
    [InlineData("\u2028One.\u2029\u00A0Two.\u00A0")]
    public async Task Take_any_line_end_and_none_at_the_end(string text)
    {
        var preview = await GivenAPreview(Utf8(text));

        Assert.Equal(["One.", "Two."], preview.Segments.Select(segment => segment.Source.Text));
        Assert.Equal(2, preview.Units.Length);
    }

    [Fact]
    public async Task Read_code_page_949_and_ask_when_there_is_too_little_of_it()
    {
        var much = await GivenAPreview(Korean("조선민주주의인민공화국의 대외무역은 자주적으로 발전하고있다."));
        var little = await GivenAPreview(Korean("Juche 주체"));

        Assert.Equal(("euc-kr", false), (much.Document.Encoding, much.AsksForEncoding));
        Assert.Equal(("euc-kr", true), (little.Document.Encoding, little.AsksForEncoding));
        Assert.Equal(new EncodingSample("euc-kr", "Juche 주체"), little.Encodings[0]);
        Assert.DoesNotContain(little.Encodings, sample => sample.Name == "utf-8");
        Assert.Contains(little.Encodings, sample => sample.Name == "windows-1252" && sample.Lines.StartsWith("Juche ÁÖ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Show_the_lines_where_encodings_begin_to_differ()
    {
        var english = string.Concat(Enumerable.Repeat("An English line.\n", 400));

        var preview = await GivenAPreview(Korean(english + "Juche 주체\nlast"));

        Assert.Equal("Juche 주체\nlast", preview.Encodings[0].Lines);
    }

    [Fact]
    public async Task Read_a_file_anew_in_the_encoding_that_a_person_chose()
    {
        var bytes = Korean("주체");

        var preview = await GivenAPreview(bytes, encoding: "windows-1252");

        Assert.False(preview.AsksForEncoding);
        Assert.Equal(("windows-1252", "ÁÖÃ¼"), (preview.Document.Encoding, preview.Segments[0].Source.Text));
    }

    [Fact]
    public async Task Join_a_sentence_that_was_broken_at_a_leaders_name_and_mark_the_seam()
    {
        var preview = await GivenAPreview(Utf8(Broken));

        Assert.Equal(2, preview.Segments.Length);
        Assert.True(SeamRepair.IsSeam(Assert.Single(preview.Segments[0].Source.Codes)));
        Assert.Equal(["1", "3"], Assert.Single(preview.Units).Parts);
    }

    [Theory]
    [InlineData(" \n\u00A0\n", "file-empty")]
    [InlineData("PK\u0003\u0004\0\0\0\0", "text-binary")]
    public async Task Refuse_what_is_no_text_and_say_in_which_file(string content, string code)
    {
        var result = await PreviewAsync(Utf8(content));

        Assert.False(result.Succeeded);
        Assert.Equal((code, "file.txt"), (result.Problems[0].Code, result.Problems[0].Place?.Part));
    }

    [Fact]
    public async Task Refuse_a_file_that_is_too_large_in_a_sentence_that_says_the_limit()
    {
        var result = await PreviewAsync(new byte[PlainTextFormat.MaxLength + 1]);

        Assert.Contains("50 MB", ProblemText.Of(Assert.Single(result.Problems), System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leave_nothing_when_it_is_cancelled_half_way()
    {
        var preview = await GivenAPreview(Lines(2000));
        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Import.KeepAsync(preview, Someone, new Watch(stored => Cancel(stored >= 1000)), cancelling.Token));

        await NothingIsLeftAsync(preview);

        void Cancel(bool now)
        {
            if (now)
            {
                cancelling.Cancel();
            }
        }
    }

    [Fact]
    public async Task Show_nothing_when_the_store_fails_half_way_and_sweep_it_at_the_next_start()
    {
        var preview = await GivenAPreview(Lines(2000));

        var result = await Import.KeepAsync(
            preview, Someone, new Watch(stored => _store.Unavailable = stored >= 1000 ? new Problem("store-full") : null), Cancellation);

        Assert.IsType<CommitResult.Unavailable>(result);
        Assert.Empty(await _store.ListAsync<Document>(Project.Key, Cancellation));
        Assert.NotEqual(0, await _store.CountAsync<Unit>(preview.Document.Key, Cancellation));

        await GivenANewStart();

        Assert.Equal(1, await new StagedImports(_store).SweepAsync(Someone, Cancellation));
        await NothingIsLeftAsync(preview);
    }

    [Fact]
    public async Task Show_nothing_of_what_a_process_left_that_died_before_it_published()
    {
        var kept = await GivenAPreview(Utf8("Kept."));
        await Import.KeepAsync(kept, Someone, Cancellation);
        var preview = await GivenAPreview(Lines(1200));
        var died = new Watch(_ => throw new InvalidOperationException("The process dies here.")) { From = 1000, Store = _store };

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await Import.KeepAsync(preview, Someone, died, Cancellation));
        await GivenANewStart();

        Assert.Equal(kept.Document.Id, Assert.Single(await _store.ListAsync<Document>(Project.Key, Cancellation)).Id);
        Assert.Equal(1, await new StagedImports(_store).SweepAsync(Someone, Cancellation));
        await NothingIsLeftAsync(preview);
        Assert.Single(await SegmentsAsync(kept.Document));
    }

    [Fact]
    public async Task Stage_in_change_sets_that_leave_others_their_turn()
    {
        var preview = await GivenAPreview(Utf8(string.Join('\n', Enumerable.Repeat(new string('a', 40_000) + ".", 12))));

        await Import.KeepAsync(preview, Someone, Cancellation);

        await foreach (var change in _store.ReadChangesAsync(0, Cancellation))
        {
            Assert.InRange(change.Operations.Sum(operation => operation.After is Segment segment ? segment.Source.Text.Length : 0), 0, 300_000);
        }
    }

    private async Task NothingIsLeftAsync(ImportPreview preview)
    {
        Assert.Null(await _store.FindAsync(preview.Document.Id, Cancellation));
        Assert.Equal(0, await _store.CountAsync<Segment>(preview.Document.Key, Cancellation));
        Assert.Equal(0, await _store.CountAsync<Unit>(preview.Document.Key, Cancellation));
        Assert.Equal(0, await new StagedImports(_store).SweepAsync(Someone, Cancellation));
    }

    private async Task GivenANewStart()
    {
        await _store.DisposeAsync();
        _store = new InMemoryWorkspaceStore(_disk, TimeProvider.System);
    }

    private async Task<ImportPreview> GivenAPreview(byte[] bytes, string encoding = "") => (await PreviewAsync(bytes, encoding)).Value;

    private ValueTask<Result<ImportPreview>> PreviewAsync(byte[] bytes, string encoding = "") => Import.PreviewAsync(
        Project,
        new PlainTextFormat(),
        bytes,
        new ReadOptions { FileName = "file.txt", Encoding = encoding },
        new Publication(),
        WorkbenchRules.SegmenterFor(LanguageTag.English),
        Cancellation);

    private ValueTask<System.Collections.Immutable.ImmutableArray<Segment>> SegmentsAsync(Document document) =>
        _store.ListAsync<Segment>(document.Key, Cancellation);

    private async Task<byte[]> OriginalOf(Document document)
    {
        await using var stored = await _blobs.OpenAsync(document.OriginalBlob, Cancellation);
        using var copy = new MemoryStream();
        await stored.CopyToAsync(copy, Cancellation);

        return copy.ToArray();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Korean(string text) => CodePagesEncodingProvider.Instance.GetEncoding(949)!.GetBytes(text);

    private static byte[] Lines(int count) => Utf8(string.Join('\n', Enumerable.Range(1, count).Select(line => $"Line {line}.")));

    /// <summary>Acts in the middle of an import, on its own thread.</summary>
    private sealed class Watch(Action<int> act) : IProgress<int>
    {
        public int From { get; init; }

        /// <summary>Takes nothing from the act on, as if the process were gone; null goes on.</summary>
        public InMemoryWorkspaceStore? Store { get; init; }

        public void Report(int value)
        {
            if (value >= From)
            {
                Store?.Unavailable = new Problem("store-closed");
                act(value);
            }
        }
    }
}
