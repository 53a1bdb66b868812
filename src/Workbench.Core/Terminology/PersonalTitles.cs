using System.Text.RegularExpressions;
using Workbench.Core.Text;

namespace Workbench.Core.Terminology;

/// <summary>
/// One English title may be several Korean ones, each of one person: the name that follows decides. Before
/// <c>Comrades Kim Il Sung and Kim Jong Il</c> both titles stand, each once.
/// </summary>
internal static partial class PersonalTitles
{
    /// <summary>Leaves of the concepts that share a span those that are joined to a person named right after it, if any is.</summary>
    public static IEnumerable<TermHit> Settle(string text, List<TermHit> hits)
    {
        for (var at = 0; at < hits.Count;)
        {
            var end = at + 1;
            while (end < hits.Count && hits[end].Span == hits[at].Span)
            {
                end++;
            }

            var group = hits[at..end];
            if (group.Count > 1)
            {
                var named = Named(text, hits, end);
                var fitting = group.Where(hit => hit.Concept.References.Any(reference => named.Contains(reference.ConceptId))).ToList();
                group = fitting.Count > 0 ? fitting : group;
            }

            foreach (var hit in group)
            {
                yield return hit;
            }

            at = end;
        }
    }

    /// <summary>The concepts of the names that follow without other words between them than Comrade and and.</summary>
    private static HashSet<string> Named(string text, List<TermHit> hits, int next)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        var position = hits[next - 1].Span.End;
        for (; next < hits.Count; next++)
        {
            var span = hits[next].Span;
            if (span.Start < position)
            {
                continue;
            }

            if (!Joining.IsMatch(TextSpan.FromBounds(position, span.Start).Of(text)))
            {
                break;
            }

            named.Add(hits[next].Concept.ConceptId);
            position = span.End;
        }

        return named;
    }

    [GeneratedRegex(@"\A[\s,]*(Comrades?[\s,]*)?(and[\s,]*)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Joining { get; }
}
