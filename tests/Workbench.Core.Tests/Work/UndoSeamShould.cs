using Microsoft.Extensions.Time.Testing;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Segmentation;
using Workbench.Core.Storage;
using Workbench.Core.Text;
using Workbench.Core.Work;
using Workbench.TestKit.Storage;

namespace Workbench.Core.Tests.Work;

public sealed class UndoSeamShould : IAsyncDisposable
{
    private static readonly ActorId Translator = ActorId.New();

    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private readonly InMemoryWorkspaceStore _store = new();
    private readonly UndoSeam _undo;

    public UndoSeamShould() => _undo = new UndoSeam(_store, new FakeTimeProvider(Noon));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Make_two_segments_that_have_between_them_what_the_original_had()
    {
        var joined = await GivenAJoinedSegment();

        var result = await UndoAsync(joined);

        var (first, second) = await TwoAsync();
        Assert.Equal((EditOutcome.Saved, first), (result.Outcome, result.Current));
        Assert.Equal(("He follows the line of", "\u00A0\n\n", "the leader."), (first.Source.Text, first.Trailing, second.Source.Text));
        Assert.Equal((joined.Id, " "), (first.Id, second.Trailing));
        Assert.Empty(first.Source.Codes.Concat(second.Source.Codes));
    }

    [Fact]
    public async Task Leave_the_target_with_the_first_as_a_draft_and_keep_the_history()
    {
        var joined = await GivenAJoinedSegment("그는 로선을 따른다.", SegmentState.Translated);

        await UndoAsync(joined);

        var (first, second) = await TwoAsync();
        Assert.Equal(("그는 로선을 따른다.", SegmentState.Initial, Noon), (first.Target.Text, first.State, first.ChangedAt));
        Assert.True(second.Target.IsEmpty);
        Assert.All(await _store.ListAsync<Revision>(first.Key, Cancellation), revision => Assert.Equal("그는 로선을 따른다.", revision.Target.Text));
    }

    [Fact]
    public async Task Stand_before_the_next_segment_of_the_document()
    {
        var joined = await GivenAJoinedSegment();
        var next = joined with { Id = SegmentId.New(), UnitId = UnitId.New(), Position = joined.Position + 2, Source = InlineText.Of("Next."), Version = default };
        await CommitAsync(Operation.Create(next));

        await UndoAsync(joined);

        var all = await _store.ListAsync<Segment>(joined.DocumentId.Value, Cancellation);
        Assert.Equal(["He follows the line of", "the leader.", "Next."], all.Select(segment => segment.Source.Text));
    }

    [Fact]
    public async Task Be_taken_back_with_all_that_was_written_on_both()
    {
        var joined = await GivenAJoinedSegment("앞.", SegmentState.Translated);
        await UndoAsync(joined);
        var (first, second) = await TwoAsync();
        var target = InlineText.Of("뒤.");
        var edit = new Edit(CommandId.New(), Translator, second.Id, second.Version, "tab", 1, target, TargetOrigin.Typed);
        await new ConfirmSegment(_store, TimeProvider.System).RunAsync(edit, Cancellation);
        await new AddNote(_store, TimeProvider.System).RunAsync(CommandId.New(), Translator, second.Id, "A note.", Cancellation);
        await new SaveDraft(_store, TimeProvider.System).RunAsync(
            edit with { Command = CommandId.New(), BasedOn = (await TwoAsync()).Second.Version, Tab = "other", Target = InlineText.Of("뒤도.") }, Cancellation);

        var result = await _undo.TakeBackAsync(CommandId.New(), Translator, first.Id, Cancellation);

        var again = Assert.Single(await _store.ListAsync<Segment>(joined.DocumentId.Value, Cancellation));
        Assert.Equal(EditOutcome.Saved, result.Outcome);
        Assert.Equal((joined.Source.Text, "앞. 뒤.", joined.Trailing), (again.Source.Text, again.Target.Text, again.Trailing));
        Assert.Equal(joined.Source.Codes.Select(code => (code.Offset, code.DataRef, code.Reads)), again.Source.Codes.Select(code => (code.Offset, code.DataRef, code.Reads)));
        Assert.Contains(await _store.ListAsync<Revision>(again.Key, Cancellation), revision => revision.Target == target);
        Assert.Equal("A note.", Assert.Single(await _store.ListAsync<Note>(again.Key, Cancellation)).Text);
        Assert.Equal("뒤도.", Assert.Single(await _store.ListAsync<Alternative>(again.Key, Cancellation)).Target.Text);
        Assert.Empty(await _store.ListAsync<Draft>(joined.DocumentId.Value, Cancellation));
    }

    [Fact]
    public async Task Take_over_what_was_let_stand_in_the_second_when_it_is_taken_back()
    {
        await UndoAsync(await GivenAJoinedSegment("당과 당"));
        var (first, second) = await TwoAsync();
        await CommitAsync(
            Operation.Replace(second, second with { Target = InlineText.Of("당과 당") }), Operation.Create(Ignored(second.Id, "당", 1)), Operation.Create(Ignored(second.Id, "", 0)));

        await _undo.TakeBackAsync(CommandId.New(), Translator, first.Id, Cancellation);

        var ignored = await _store.ListAsync<IgnoredIssue>(first.DocumentId.Value, Cancellation);
        Assert.All(ignored, issue => Assert.Equal(first.Id, issue.SegmentId));
        Assert.Equal([("", 0), ("당", 3)], ignored.Select(issue => (issue.Quoted, issue.Occurrence)).Order());

        static IgnoredIssue Ignored(SegmentId segment, string quoted, int occurrence) => new()
        {
            Id = Id<IgnoredIssue>.New(),
            DocumentId = new DocumentId("document"),
            SegmentId = segment,
            CheckId = "double-space",
            Quoted = quoted,
            Occurrence = occurrence,
        };
    }

    [Fact]
    public async Task Be_refused_where_there_is_no_seam_or_the_text_is_another()
    {
        var joined = await GivenAJoinedSegment();
        var stale = joined with { Target = InlineText.Of("다른 글") };

        var refused = await UndoAsync(stale);
        await UndoAsync(joined);
        var (first, second) = await TwoAsync();

        Assert.Equal("segment-changed", refused.Problem?.Code);
        Assert.Equal("seam-gone", (await UndoAsync(first)).Problem?.Code);
        Assert.Equal("seam-gone", (await _undo.TakeBackAsync(CommandId.New(), Translator, second.Id, Cancellation)).Problem?.Code);
    }

    [Fact]
    public async Task Undo_several_seams_of_one_segment_one_after_the_other()
    {
        var joined = await GivenAJoinedSegment(blocks: ["He follows the line of", "the leader and of", "the party."]);
        await UndoAsync(joined);
        var (_, second) = await TwoAsync();
        await UndoAsync(second);
        var three = await _store.ListAsync<Segment>(joined.DocumentId.Value, Cancellation);

        await _undo.TakeBackAsync(CommandId.New(), Translator, three[1].Id, Cancellation);
        await _undo.TakeBackAsync(CommandId.New(), Translator, three[0].Id, Cancellation);

        Assert.Equal(["He follows the line of", "the leader and of", "the party."], three.Select(segment => segment.Source.Text));
        var again = Assert.Single(await _store.ListAsync<Segment>(joined.DocumentId.Value, Cancellation));
        Assert.Equal(joined.Source.Codes.Select(code => code.DataRef), again.Source.Codes.Select(code => code.DataRef));
        Assert.Equal(2, again.Source.Codes.Select(code => code.Id).Distinct().Count());
    }

    private ValueTask<EditResult> UndoAsync(Segment seen) => _undo.RunAsync(CommandId.New(), Translator, seen, Cancellation);

    private async Task<(Segment First, Segment Second)> TwoAsync()
    {
        var all = await _store.ListAsync<Segment>("document", Cancellation);
        Assert.Equal(2, all.Length);

        return (all[0], all[1]);
    }

    private async Task<Segment> GivenAJoinedSegment(string target = "", SegmentState state = SegmentState.Initial, params string[] blocks)
    {
        blocks = blocks.Length > 0 ? blocks : ["He follows the line of", "the leader."];
        var read = blocks.Select((block, index) => new ReadUnit { Part = $"p{index}", Text = InlineText.Of(block), Separator = "\u00A0\n\n" });
        var repaired = Assert.Single(SeamRepair.Repair([.. read], LanguageTag.English).Units);
        var document = new Document
        {
            Id = new DocumentId("document"),
            ProjectId = new ProjectId("project"),
            FileName = "a.txt",
            FormatId = "plain-text",
            OriginalBlob = "none",
            ImportedAt = Noon,
        };
        var project = new Project
        {
            Id = document.ProjectId,
            Name = "Project",
            SourceLanguage = LanguageTag.English,
            TargetLanguage = LanguageTag.KoreanNorth,
            CreatedAt = Noon,
        };
        var unit = new Unit { Id = UnitId.New(), DocumentId = document.Id, Index = 0, Parts = repaired.Parts, OriginalData = repaired.OriginalData };
        var segment = new Segment
        {
            Id = SegmentId.New(),
            DocumentId = document.Id,
            UnitId = unit.Id,
            Position = Segment.PositionStep,
            Source = repaired.Text,
            Target = InlineText.Of(target),
            State = state,
            Trailing = " ",
        };
        await CommitAsync(Operation.Create(project), Operation.Create(document), Operation.Create(unit), Operation.Create(segment));

        return await _store.GetAsync(segment.Id, Cancellation);
    }

    private async Task CommitAsync(params Operation[] operations) =>
        Assert.True((await _store.CommitAsync(new ChangeSet(CommandId.New(), Translator, operations), Cancellation)).IsDurable);
}
