using System.Collections.Frozen;

namespace Workbench.Core.Quality;

/// <summary>A closed list of words that a check knows, without regard to case.</summary>
internal sealed class FrozenWords(params string[] words)
{
    private readonly FrozenSet<string> _words = words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public bool Has(string word) => _words.Contains(word);
}
