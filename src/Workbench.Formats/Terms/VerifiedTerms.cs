using Workbench.Core.Exchange;
using Workbench.Core.Terminology;

namespace Workbench.Formats.Terms;

/// <summary>What of an entry is written: all of it, or only the cells that have a source.</summary>
internal static class VerifiedTerms
{
    public static IEnumerable<ConceptEntry> Of(IEnumerable<ConceptEntry> entries, TermWriteOptions options) => options.WithUnverified
        ? entries
        : entries.Select(Of).Where(entry => entry.Languages.Length > 0);

    private static ConceptEntry Of(ConceptEntry entry)
    {
        var isDefined = entry.DefinitionReliability != Reliability.Unverified;

        return entry with
        {
            Definition = isDefined ? entry.Definition : "",
            DefinitionSource = isDefined ? entry.DefinitionSource : "",
            Languages =
            [
                .. entry.Languages
                    .Select(section => section with { Terms = [.. section.Terms.Where(term => term.Reliability != Reliability.Unverified)] })
                    .Where(section => section.Terms.Length > 0),
            ],
        };
    }
}
