using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Memory;
using Workbench.Core.Storage;

namespace Workbench.Web.Editor;

/// <param name="Where">The document's title, or the memory's name.</param>
/// <param name="Segment">Of the open document; empty elsewhere.</param>
public sealed record ConcordanceHit(string Source, string Target, string Where, string Segment);

/// <param name="Searched">What the results are for.</param>
public sealed record ConcordanceState(string Query, string Searched, bool IsSearching, ImmutableArray<ConcordanceHit> Results)
{
    public static readonly ConcordanceState Empty = new("", "", IsSearching: false, []);
}

/// <summary>Finds a word or a phrase in the sources and targets of a project: in its documents, then in its memories.</summary>
public sealed class ConcordanceSearch(IWorkspaceStore store)
{
    private const int Most = 50;
    private const int PageSize = 1_000;

    public async ValueTask<ImmutableArray<ConcordanceHit>> FindAsync(DocumentView view, string text, CancellationToken cancellationToken)
    {
        var found = new List<ConcordanceHit>();
        var seen = new HashSet<(string, string)>();
        Take(view.Document, view.Segments, view.Document.Id);
        foreach (var document in await store.ListAsync<Document>(view.Project.Key, cancellationToken))
        {
            if (document.Id != view.Document.Id && found.Count < Most)
            {
                Take(document, await store.ListAsync<Segment>(document.Key, cancellationToken), view.Document.Id);
            }
        }

        foreach (var id in view.Project.Memories)
        {
            var name = (await store.FindAsync(id, cancellationToken))?.Name ?? "";
            for (var skip = 0; found.Count < Most; skip += PageSize)
            {
                var units = await store.ListAsync<TranslationUnit>(id.Value, skip, PageSize, cancellationToken);
                foreach (var unit in units.Where(unit => Holds(unit.Source.Text, text) || Holds(unit.Target.Text, text)))
                {
                    Add(new ConcordanceHit(unit.Source.Text, unit.Target.Text, name, ""));
                }

                if (units.Length < PageSize)
                {
                    break;
                }
            }
        }

        return [.. found.OrderBy(hit => hit.Target.Length == 0).Take(Most)];

        void Take(Document document, ImmutableArray<Segment> segments, DocumentId open)
        {
            var title = document.Publication.Title.Length > 0 ? document.Publication.Title : document.FileName;
            foreach (var segment in segments.Where(segment => Holds(segment.Source.Text, text) || Holds(segment.Target.Text, text)))
            {
                Add(new ConcordanceHit(segment.Source.Text, segment.Target.Text, title, document.Id == open ? segment.Id.Value : ""));
            }
        }

        void Add(ConcordanceHit hit)
        {
            if (found.Count < Most * 2 && seen.Add((hit.Source, hit.Target)))
            {
                found.Add(hit);
            }
        }
    }

    private static bool Holds(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
