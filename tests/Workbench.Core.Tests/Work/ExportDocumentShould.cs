using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Core.Text;
using Workbench.Core.Work;
using Workbench.TestKit.Storage;

namespace Workbench.Core.Tests.Work;

public sealed class ExportDocumentShould : IAsyncDisposable
{
    private static readonly Actor Someone = new() { Id = new ActorId("someone"), Name = "Someone" };

    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private readonly InMemoryWorkspaceStore _store = new();
    private readonly InMemoryBlobStore _blobs = new();
    private readonly RecordingFormat _format = new();
    private readonly ExportDocument _export;

    public ExportDocumentShould() => _export = new ExportDocument(_store, _blobs, [_format], new FakeTimeProvider(Noon));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Write_only_the_units_that_have_a_translation()
    {
        var document = await GivenADocument("One. |Two.", "Three. =셋. |Four.", "Five.=다섯.");

        var written = await WriteAsync(document, new TranslationOptions());

        Assert.Equal([("1", "셋. Four."), ("2", "다섯.")], written.Units.Select(unit => (unit.Parts[0], unit.Text.Text)));
        Assert.Equal(("", 0, 0), (written.Encoding, written.Head.Length, written.End.Length));
    }

    [Theory]
    [InlineData(UntranslatedText.Empty, "", "셋.", "다섯.")]
    [InlineData(UntranslatedText.Marked, "[not translated: One.] [not translated: Two.]", "셋. [not translated: Four.]", "다섯.")]
    public async Task Leave_out_or_mark_what_has_none(UntranslatedText untranslated, params string[] expected)
    {
        var document = await GivenADocument("One. |Two.", "Three. =셋. |Four.", "Five.=다섯.");

        var written = await WriteAsync(document, new TranslationOptions { Untranslated = untranslated });

        Assert.Equal(expected, written.Units.Select(unit => unit.Text.Text));
    }

    [Fact]
    public async Task Take_the_targets_of_the_states_that_are_wanted()
    {
        var document = await GivenADocument("One.=하나.", "Two.=둘.!");

        var written = await WriteAsync(document, new TranslationOptions { States = [ShownState.Translated] });
        var collected = await _export.CollectAsync(document, new TranslationOptions { States = [ShownState.Translated] }, Someone.Id, Cancellation);

        Assert.Equal(["둘.!"], written.Units.Select(unit => unit.Text.Text));
        Assert.Equal((2, 1), (collected.SegmentCount, collected.TranslatedCount));
    }

    [Theory]
    [InlineData("zh", "en", "Eins Zwei")]
    [InlineData("zh", "ja", "EinsZwei")]
    [InlineData("en", "ko-KP", "EinsZwei")]
    public async Task Part_sentences_as_the_target_does_where_the_source_has_nothing_between(string from, string to, string expected)
    {
        var document = await GivenADocumentIn(from, to, "一。=Eins|二。=Zwei");

        var written = await WriteAsync(document, new TranslationOptions());

        Assert.Equal(expected, Assert.Single(written.Units).Text.Text);
    }

    [Fact]
    public async Task Keep_the_codes_of_what_stays_in_its_place()
    {
        var document = await GivenADocument("One. =하나. |");
        await CommitAsync(new Segment
        {
            Id = new SegmentId("coded"),
            DocumentId = document,
            UnitId = new UnitId("u0"),
            Position = long.MaxValue / 2,
            Source = InlineText.Of("a b", new InlineCode { Id = "1", Kind = InlineCodeKind.Placeholder, Offset = 1, Reads = " " }),
        });

        var written = await WriteAsync(document, new TranslationOptions { Untranslated = UntranslatedText.Marked });

        var text = Assert.Single(written.Units).Text;
        Assert.Equal("하나. [not translated: a b]", text.Text);
        Assert.Equal(22, Assert.Single(text.Codes).Offset);
    }

    [Theory]
    [InlineData(StatementPlace.Head)]
    [InlineData(StatementPlace.End)]
    public async Task State_where_it_is_wanted_what_the_text_is(StatementPlace place)
    {
        var document = await GivenADocument("One.=하나.");

        var written = await WriteAsync(document, new TranslationOptions { Statement = place });

        var (statement, other) = place == StatementPlace.Head ? (written.Head, written.End) : (written.End, written.Head);
        Assert.Empty(other);
        Assert.Equal("An Article", statement[0]);
        Assert.Contains("Publication: A Magazine", statement);
        Assert.Contains("Published: 1 July 2010", statement);
        Assert.Contains("Translator: Someone", statement);
        Assert.Contains("Wording: Official: the DPRK's own renderings", statement);
        Assert.Contains(statement, line => line.StartsWith("This is a translation", StringComparison.Ordinal));
        Assert.Contains(statement, line => line.Contains("not the publisher's Korean text", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Speak_of_the_publishers_Korean_only_where_the_target_is_the_DPRKs()
    {
        var document = await GivenADocumentIn("ko-KP", "en", "하나.=One.");

        var written = await WriteAsync(document, new TranslationOptions { Statement = StatementPlace.End, Translator = "B" });

        Assert.DoesNotContain(written.End, line => line.Contains("Korean text", StringComparison.Ordinal));
        Assert.Contains("Translator: B", written.End);
    }

    [Fact]
    public async Task Be_named_for_its_title_its_language_and_the_day()
    {
        var document = await GivenADocument("One.=하나.");

        var collected = await _export.CollectAsync(document, new TranslationOptions(), Someone.Id, Cancellation);

        Assert.Equal($"An Article - ko-KP - {collected.ExportedAt:yyyy-MM-dd}.txt", ExportFileName.Of(collected));
    }

    [Fact]
    public async Task Hand_the_original_and_the_wanted_encoding_to_its_format_and_its_warnings_back()
    {
        var document = await GivenADocument("One.=하나.");
        _format.Warnings = [new Problem("text-encoding-changed").AsWarning()];

        var collected = await _export.CollectAsync(document, new TranslationOptions { Encoding = "utf-8" }, Someone.Id, Cancellation);
        var warnings = await _export.WriteAsync(collected, Stream.Null, Cancellation);

        Assert.Equal("original", _format.Original);
        Assert.Equal(("a.txt", "windows-1252", "utf-8"), (_format.Read!.FileName, _format.Read.Encoding, _format.Written!.Encoding));
        Assert.Equal("text-encoding-changed", Assert.Single(warnings).Code);
    }

    private async Task<DocumentTranslation> WriteAsync(DocumentId document, TranslationOptions options)
    {
        var collected = await _export.CollectAsync(document, options, Someone.Id, Cancellation);
        await _export.WriteAsync(collected, Stream.Null, Cancellation);
        return _format.Written!;
    }

    private Task<DocumentId> GivenADocument(params ImmutableArray<string> units) => GivenADocumentIn("en", "ko-KP", units);

    /// <summary>Segments of a unit are parted by <c>|</c>; each is <c>source=target</c>, confirmed with <c>!</c>, with its trailing spaces.</summary>
    private async Task<DocumentId> GivenADocumentIn(string from, string to, params ImmutableArray<string> units)
    {
        using var original = new MemoryStream("original"u8.ToArray());
        var project = new Project { Id = new ProjectId("p"), Name = "P", SourceLanguage = LanguageTag.Of(from), TargetLanguage = LanguageTag.Of(to), CreatedAt = Noon };
        var document = new Document
        {
            Id = new DocumentId("d"),
            ProjectId = project.Id,
            FileName = "a.txt",
            FormatId = _format.Id,
            OriginalBlob = await _blobs.PutAsync(original, Cancellation),
            Encoding = "windows-1252",
            Publication = new Publication { Title = "An Article", Name = "A Magazine", Date = new DateOnly(2010, 7, 1) },
            ImportedAt = Noon,
        };
        await CommitAsync(Someone, project, document);
        foreach (var (index, unit) in units.Index())
        {
            await CommitAsync(new Unit { Id = new UnitId($"u{index}"), DocumentId = document.Id, Index = index, Parts = [$"{index}"] });
            await CommitAsync([.. unit.Split('|', StringSplitOptions.RemoveEmptyEntries).Select((text, at) => SegmentOf(text, index, at))]);
        }

        return document.Id;
    }

    private static Segment SegmentOf(string text, int unit, int at)
    {
        var parts = text.TrimEnd(' ').Split('=');
        var target = parts.ElementAtOrDefault(1) ?? "";
        return new Segment
        {
            Id = new SegmentId($"s{unit}-{at}"),
            DocumentId = new DocumentId("d"),
            UnitId = new UnitId($"u{unit}"),
            Position = ((unit * 10) + at + 1) * Segment.PositionStep,
            Source = InlineText.Of(parts[0].TrimEnd(' ')),
            Target = InlineText.Of(target),
            Trailing = text[text.TrimEnd(' ').Length..],
            State = target.EndsWith('!') ? SegmentState.Translated : SegmentState.Initial,
        };
    }

    private async Task CommitAsync(params ImmutableArray<Entity> entities)
    {
        var result = await _store.CommitAsync(
            new ChangeSet(CommandId.New(), Someone.Id, [.. entities.Select(Operation.Create)]), Cancellation);

        Assert.True(result.IsDurable, result.ToString());
    }

    private sealed class RecordingFormat : IDocumentFormat
    {
        public string Id => "recording";

        public ImmutableArray<string> Extensions => [".txt"];

        public string Original { get; private set; } = "";

        public ReadOptions? Read { get; private set; }

        public DocumentTranslation? Written { get; private set; }

        public ImmutableArray<Problem> Warnings { get; set; } = [];

        public bool Recognizes(ReadOnlySpan<byte> head) => true;

        public ValueTask<Result<ReadDocument>> ReadAsync(Stream input, ReadOptions options, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public async ValueTask<ImmutableArray<Problem>> WriteAsync(
            Stream original, ReadOptions options, DocumentTranslation translation, Stream output, CancellationToken cancellationToken)
        {
            using var reader = new StreamReader(original);
            (Original, Read, Written) = (await reader.ReadToEndAsync(cancellationToken), options, translation);
            return Warnings;
        }
    }
}
