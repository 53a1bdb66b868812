namespace Workbench.Core.Terminology;

/// <summary>A trie over numbers (word ids, UTF-16 units) in one flat table. Built once, then read by any number of threads.</summary>
internal sealed class SymbolTrie<T>
{
    public const int Root = 0;

    private readonly Dictionary<long, int> _edges = [];
    private readonly Dictionary<int, List<T>> _ends = [];
    private int _nodes = 1;

    public void Add(ReadOnlySpan<int> symbols, T value)
    {
        var node = Root;
        foreach (var symbol in symbols)
        {
            if (!_edges.TryGetValue(Edge(node, symbol), out var next))
            {
                next = _nodes++;
                _edges.Add(Edge(node, symbol), next);
            }

            node = next;
        }

        if (!_ends.TryGetValue(node, out var values))
        {
            _ends.Add(node, values = []);
        }

        values.Add(value);
    }

    public bool TryStep(int node, int symbol, out int next) => _edges.TryGetValue(Edge(node, symbol), out next);

    /// <summary>What was added under the path to <paramref name="node"/>; null for nothing.</summary>
    public List<T>? EndsAt(int node) => _ends.GetValueOrDefault(node);

    private static long Edge(int node, int symbol) => ((long)node << 32) | (uint)symbol;
}
