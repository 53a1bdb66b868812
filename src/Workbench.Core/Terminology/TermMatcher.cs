using Workbench.Core.Text;

namespace Workbench.Core.Terminology;

/// <summary>A form of a term to look for.</summary>
/// <param name="Form">As written in the entry, or another spelling of it.</param>
internal sealed record TermPattern(ConceptEntry Concept, TermSection Term, string Form);

/// <summary>A place where a pattern stands, before the longest are chosen.</summary>
internal readonly record struct TermCandidate(TextSpan Span, TermPattern Pattern, TermHitKind Kind);

/// <summary>Finds patterns by the rules of one kind of script. Built once, then read by any number of threads.</summary>
internal abstract class TermMatcher
{
    public abstract void Add(TermPattern pattern);

    /// <summary>A text made ready once for every matcher that reads it.</summary>
    public abstract object Prepare(string text);

    public abstract void Match(object prepared, List<TermCandidate> found);
}
