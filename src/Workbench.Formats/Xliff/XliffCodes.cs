using System.Collections.Immutable;
using System.Globalization;
using Workbench.Core.Text;

namespace Workbench.Formats.Xliff;

internal enum XliffElement
{
    Placeholder,

    /// <summary>Start and end of one <c>pc</c>.</summary>
    PairStart,
    PairEnd,

    /// <summary><c>sc</c> and its <c>ec</c> elsewhere in the unit, or crossing another pair.</summary>
    SpanStart,
    SpanEnd,

    /// <summary>Half a pair: the other half is not in the unit.</summary>
    IsolatedStart,
    IsolatedEnd,
}

/// <param name="Id">As XLIFF has it: unique among the segments and codes of one side of the unit.</param>
/// <param name="CopyOf">The id that this repeats; empty for the first.</param>
internal sealed record XliffCode(InlineCode Code, XliffElement Element, string Id, string CopyOf);

/// <summary>The ids of one unit: segments and codes share them (2.1, 4.3.1.19), source and target codes correspond by them.</summary>
internal sealed class XliffIds
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private int _last;

    /// <summary>The name itself where it is a free NMTOKEN, else one that is.</summary>
    public string Claim(string wanted)
    {
        if (XliffVocabulary.IsNmToken(wanted) && _used.Add(wanted))
        {
            return wanted;
        }

        string free;
        do
        {
            free = string.Create(CultureInfo.InvariantCulture, $"x{++_last}");
        }
        while (!_used.Add(free));

        return free;
    }

    /// <summary>Keeps names free for those who will want them.</summary>
    public void Reserve(IEnumerable<string> names) => _used.UnionWith(names);
}

/// <summary>Decides how the codes of a unit's sources or targets are written, over all its segments.</summary>
internal static class XliffCodes
{
    /// <param name="texts">The sources, or the targets, of the unit's segments in order.</param>
    /// <param name="names">The XLIFF ids of codes by their own; the sources fill it, so that the targets' codes correspond.</param>
    public static ImmutableArray<ImmutableArray<XliffCode>> Plan(
        ImmutableArray<InlineText> texts, XliffIds ids, Dictionary<(string Id, bool IsPair), string> names)
    {
        var instances = Instances(texts);
        var seen = new HashSet<(string, bool)>();
        foreach (var instance in instances)
        {
            var key = (instance.First.Id, instance.IsPair);
            if (!names.TryGetValue(key, out var name))
            {
                name = ids.Claim(instance.First.Id);
                names.Add(key, name);
            }

            (instance.XliffId, instance.CopyOf) = seen.Add(key) ? (name, "") : (ids.Claim(""), name);
        }

        return [.. texts.Select((text, index) => text.Codes.IsEmpty ? [] : PlanOf(text, index, instances))];
    }

    private static ImmutableArray<XliffCode> PlanOf(InlineText text, int index, List<Instance> instances)
    {
        var crossing = Crossing(text, index, instances);

        return
        [
            .. text.Codes.Select((code, place) =>
            {
                var instance = instances.First(candidate => candidate.Holds(index, place));

                return new XliffCode(code, ElementOf(code, instance, crossing), instance.XliffId, instance.CopyOf);
            }),
        ];
    }

    private static XliffElement ElementOf(InlineCode code, Instance instance, HashSet<Instance> crossing)
    {
        var isWhole = instance is { Start: not null, End: not null };
        var isElement = isWhole && instance.Start!.Value.Text == instance.End!.Value.Text && !crossing.Contains(instance)
            && instance.First.Reads.Length == 0 && instance.Last.Reads.Length == 0;

        return code.Kind switch
        {
            InlineCodeKind.Start => isElement ? XliffElement.PairStart : isWhole ? XliffElement.SpanStart : XliffElement.IsolatedStart,
            InlineCodeKind.End => isElement ? XliffElement.PairEnd : isWhole ? XliffElement.SpanEnd : XliffElement.IsolatedEnd,
            _ => XliffElement.Placeholder,
        };
    }

    /// <summary>Pairs of one text that cannot be elements, because they cross a pair that is one.</summary>
    private static HashSet<Instance> Crossing(InlineText text, int index, List<Instance> instances)
    {
        var crossing = new HashSet<Instance>();
        var open = new List<Instance>();
        for (var place = 0; place < text.Codes.Length; place++)
        {
            var instance = instances.First(candidate => candidate.Holds(index, place));
            if (instance is not { Start: { } start, End: { } end } || start.Text != end.Text
                || instance.First.Reads.Length > 0 || instance.Last.Reads.Length > 0)
            {
                continue;
            }

            if (start.Place == place)
            {
                open.Add(instance);
                continue;
            }

            if (open[^1] != instance)
            {
                crossing.Add(instance);
            }

            open.Remove(instance);
        }

        return crossing;
    }

    /// <summary>Every code that stands alone and every pair, in order of the first half.</summary>
    private static List<Instance> Instances(ImmutableArray<InlineText> texts)
    {
        var all = new List<Instance>();
        for (var text = 0; text < texts.Length; text++)
        {
            for (var place = 0; place < texts[text].Codes.Length; place++)
            {
                var code = texts[text].Codes[place];
                if (code.Kind == InlineCodeKind.End
                    && all.LastOrDefault(instance => instance is { Start: not null, End: null } && instance.First.Id == code.Id) is { } open)
                {
                    open.End = (text, place);
                    open.Last = code;
                    continue;
                }

                all.Add(new Instance(code)
                {
                    Start = code.Kind == InlineCodeKind.End ? null : (text, place),
                    End = code.Kind == InlineCodeKind.End ? (text, place) : null,
                });
            }
        }

        return all;
    }

    private sealed class Instance(InlineCode first)
    {
        public InlineCode First { get; } = first;

        public InlineCode Last { get; set; } = first;

        public bool IsPair => First.Kind != InlineCodeKind.Placeholder;

        public (int Text, int Place)? Start { get; init; }

        public (int Text, int Place)? End { get; set; }

        public string XliffId { get; set; } = "";

        public string CopyOf { get; set; } = "";

        public bool Holds(int text, int place) => Start == (text, place) || End == (text, place);
    }
}
