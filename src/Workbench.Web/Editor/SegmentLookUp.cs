using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Memory;
using Workbench.Core.Storage;

namespace Workbench.Web.Editor;

/// <summary>Looks up what stands beside a segment and has to be asked for: matches, notes and history.</summary>
public sealed class SegmentLookUp(IWorkspaceStore store, IEnumerable<IMatchProvider> memories)
{
    /// <returns>The panels with what was found put in.</returns>
    public async ValueTask<Func<SegmentPanels, SegmentPanels>> FindAsync(DocumentView view, SegmentId id, CancellationToken cancellationToken)
    {
        var notes = await store.ListAsync<Note>(id.Value, cancellationToken);
        var revisions = await store.ListAsync<Revision>(id.Value, cancellationToken);
        var names = await NamesOfAsync(
            notes.Select(note => note.Actor).Concat(revisions.Select(revision => revision.Actor)), cancellationToken);
        var query = QueryFor(view, id);
        var found = new List<TranslationMatch>();
        foreach (var memory in memories)
        {
            found.AddRange(await memory.FindAsync(query, cancellationToken));
        }

        ImmutableArray<TranslationMatch> matches = [.. found.OrderByDescending(match => match.Score).Take(query.Limit)];

        return panels => panels with { Notes = notes, Revisions = revisions, Names = names, Matches = matches };
    }

    private async ValueTask<ImmutableDictionary<string, string>> NamesOfAsync(
        IEnumerable<ActorId> actors, CancellationToken cancellationToken)
    {
        var names = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var id in actors.Distinct())
        {
            names[id.Value] = (await store.FindAsync(id, cancellationToken))?.Name ?? "";
        }

        return names.ToImmutable();
    }

    private static MatchQuery QueryFor(DocumentView view, SegmentId id)
    {
        var place = view.Places[id.Value];

        return new MatchQuery
        {
            Source = view.Segments[place].Source,
            SourceLanguage = view.Project.SourceLanguage,
            TargetLanguage = view.Project.TargetLanguage,
            Memories = view.Project.Memories,
            PreviousHash = place == 0 ? "" : SourceHash.Of(view.Segments[place - 1].Source),
            NextHash = place + 1 == view.Segments.Length ? "" : SourceHash.Of(view.Segments[place + 1].Source),
            SegmentKey = id.Value,
        };
    }
}
