namespace Workbench.Core.Memory;

/// <summary>A row that is among the best so far.</summary>
internal readonly record struct FoundRow(IMemoryRows Rows, int Row, MatchBreakdown Breakdown, int Score, long Created)
{
    public string Key => Rows.KeyOf(Row);

    /// <summary>Best first, then newest, then by key.</summary>
    public bool IsBefore(in FoundRow other) => (Score, Created) != (other.Score, other.Created)
        ? Score > other.Score || (Score == other.Score && Created > other.Created)
        : string.CompareOrdinal(Key, other.Key) < 0;
}

/// <summary>
/// One look-up under way: the query made ready, and the best rows so far. Keeps its buffers, so that one object serves one
/// look-up after the other; used by one thread at a time.
/// </summary>
internal sealed class MemorySearch
{
    private readonly List<FoundRow> _found = [];
    private ulong _previous;
    private ulong _next;
    private ulong _segment;
    private int _threshold;
    private int _limit;

    public MatchForm Form { get; private set; } = MatchForm.Of(Text.InlineText.Empty);

    public EditPattern Pattern { get; } = new();

    public SearchBuffers Buffers { get; } = new();

    /// <summary>Best first.</summary>
    public IReadOnlyList<FoundRow> Found => _found;

    /// <summary>
    /// The share of the longer form, in percent, that a row must keep to be wanted at all. It rises as rows are found; at 100 only
    /// the same words will do.
    /// </summary>
    public int Needed { get; private set; }

    public void Begin(MatchQuery query)
    {
        Form = MatchForm.Of(query.Source);
        Pattern.Compile(Form.Text);
        Buffers.Excess = GramIndex.GramsOf(Form.Text, Buffers.Grams);
        (_previous, _next, _segment) =
            (RowFacts.Named(query.PreviousHash), RowFacts.Named(query.NextHash), RowFacts.Named(query.SegmentKey));
        (_threshold, _limit) = (Math.Max(query.Threshold.Percent, MatchScore.LowestThreshold.Percent), query.Limit);
        _found.Clear();
        Need(_threshold);
    }

    /// <summary>Takes a row into the best when it belongs there.</summary>
    public void Offer(IMemoryRows rows, int row, int distance)
    {
        ref readonly var facts = ref rows.FactsOf(row);
        if (_segment != 0 && facts.Segment == _segment)
        {
            return;
        }

        var hasSameNeighbours = (_previous | _next) != 0 && facts.Previous == _previous && facts.Next == _next;
        var breakdown = MatchBreakdown.Of(
            Form, rows.LengthOf(row), facts.Rest, MatchBreakdown.Unshared(Form.Codes.AsSpan(), rows.CodesOf(row)), distance, hasSameNeighbours);
        var found = new FoundRow(rows, row, breakdown, breakdown.Score.Percent, facts.Created);
        if (found.Score < _threshold || (_found.Count == _limit && !found.IsBefore(_found[^1])))
        {
            return;
        }

        if (_found.Count == _limit)
        {
            _found.RemoveAt(_limit - 1);
        }

        var place = _found.Count;
        while (place > 0 && found.IsBefore(_found[place - 1]))
        {
            place--;
        }

        _found.Insert(place, found);
        if (_found.Count == _limit)
        {
            Need(_found[^1].Score);
        }
    }

    /// <summary>What a unit is worth now; null when it is not wanted.</summary>
    public MatchBreakdown? Judge(MatchQuery query, TranslationUnit unit)
    {
        var form = MatchForm.Of(unit.Source);
        var longer = Math.Max(form.Text.Length, Form.Text.Length);
        var breakdown = MatchBreakdown.Of(Form, form, Pattern.Distance(form.Text, longer), query.HasNeighboursOf(unit));

        return breakdown.Score.Percent >= _threshold ? breakdown : null;
    }

    private void Need(int score) => Needed = score > MatchBreakdown.MostForOtherWords ? 100 : score;
}
