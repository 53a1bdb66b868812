using System.Collections.Immutable;
using Workbench.Core.Text;

namespace Workbench.Core.Terminology;

/// <summary>How a term stands in a text.</summary>
public enum TermHitKind
{
    /// <summary>As the entry writes it, but for case and spacing.</summary>
    Exact,

    /// <summary>Inflected: plural, possessive, particle, ending, plural or honorific suffix.</summary>
    Inflected,

    /// <summary>Inside a solid compound.</summary>
    Compound,
}

/// <summary>A term of the glossary found in a text. A homograph gives several hits on one span.</summary>
/// <param name="Span">The term itself, without particle, plural 들 or possessive mark.</param>
public sealed record TermHit(TextSpan Span, ConceptEntry Concept, TermSection Term, TermHitKind Kind);

/// <summary>Finds the terms of some glossaries in texts of one language. Immutable: a changed entry makes a new one.</summary>
public interface ITermRecognizer
{
    /// <summary>By place; at one place the longer first. Only hits that no longer one covers.</summary>
    ImmutableArray<TermHit> Recognize(string text);

    /// <summary>As <see cref="Recognize"/>, with the hits that longer ones cover.</summary>
    ImmutableArray<TermHit> RecognizeAll(string text) => Recognize(text);
}
