using Workbench.Core.Storage;
using Workbench.Core.Text;

namespace Workbench.Core.Terminology;

/// <summary>
/// “Not here”: a person has said that some words, with these neighbours, do not mean the term. It holds for a whole project, so that alike
/// places are settled with it, and for other concepts on the same words it says nothing.
/// </summary>
public sealed record TermDismissal : Entity
{
    public required Id<TermDismissal> Id { get; init; }

    public required ProjectId ProjectId { get; init; }

    public required ConceptEntryId ConceptId { get; init; }

    /// <summary>As they stand in the source.</summary>
    public required string Words { get; init; }

    /// <summary>The word before, with what is joined to the front of the term; empty at the beginning.</summary>
    public string Before { get; init; } = "";

    /// <summary>What is joined to the end of the term, and the word after; empty at the end.</summary>
    public string After { get; init; } = "";

    public required ActorId Actor { get; init; }

    public required DateTimeOffset At { get; init; }

    public override string Key => Id.Value;

    public override string ParentKey => ProjectId.Value;

    public override long Order => At.UtcTicks;

    /// <summary>Whether this was said of <paramref name="hit"/> or of a place like it.</summary>
    public bool Covers(TermHit hit, string text) =>
        hit.Concept.Id == ConceptId
        && string.Equals(hit.Span.Of(text), Words, StringComparison.OrdinalIgnoreCase)
        && (Before, After) == NeighboursOf(text, hit.Span);

    /// <summary>What tells a place from others with the same words: one word on either side.</summary>
    public static (string Before, string After) NeighboursOf(string text, TextSpan span) =>
        (LastWord(text.AsSpan(0, span.Start)), FirstWord(text.AsSpan(span.End)));

    private static string LastWord(ReadOnlySpan<char> before)
    {
        var trimmed = before.TrimEnd();
        var start = trimmed.Length;
        while (start > 0 && !char.IsWhiteSpace(trimmed[start - 1]))
        {
            start--;
        }

        return trimmed[start..].ToString();
    }

    private static string FirstWord(ReadOnlySpan<char> after)
    {
        // 는 위업 behind 주체: the particle is joined to the term, so the word after it is wanted too.
        var end = 0;
        while (end < after.Length && !char.IsWhiteSpace(after[end]))
        {
            end++;
        }

        while (end < after.Length && char.IsWhiteSpace(after[end]))
        {
            end++;
        }

        while (end < after.Length && !char.IsWhiteSpace(after[end]))
        {
            end++;
        }

        return string.Join(' ', after[..end].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
