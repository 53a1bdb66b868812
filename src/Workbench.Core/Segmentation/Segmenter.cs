using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Workbench.Core.Languages;
using Workbench.Core.Problems;
using Workbench.Core.Text;

namespace Workbench.Core.Segmentation;

/// <summary>A segment as it is cut.</summary>
/// <param name="Trailing">The white space between it and the next.</param>
public sealed record CutSegment(InlineText Source, string Trailing);

/// <summary>
/// Cuts texts of one language into segments by SRX rules. Never changes a character: sources and trailing white space, one
/// after the other, are the text. One instance serves one document: a rule that runs away is off for the rest of it.
/// </summary>
public sealed class Segmenter
{
    /// <summary>Longer texts are cut in windows of this length, so that no rule looks further.</summary>
    private const int Window = 50_000;

    /// <summary>How far from the end of a window its places are trusted: further than a rule of ours looks.</summary>
    private const int Margin = 2_000;

    /// <summary>After so many stopped rules no rule is trusted any more: a hostile file costs seconds, not hours.</summary>
    private const int MaxStoppedRules = 10;

    private readonly ImmutableArray<CompiledRule> _rules;
    private readonly ImmutableArray<Problem> _unreadable;

    private Segmenter(ImmutableArray<CompiledRule> rules, ImmutableArray<Problem> unreadable) => (_rules, _unreadable) = (rules, unreadable);

    /// <summary>Warnings: rules that are not used because they cannot be read, or were switched off while working.</summary>
    public ImmutableArray<Problem> Problems => [.. _unreadable, .. _rules.Select(rule => rule.Stopped).OfType<Problem>()];

    public static Segmenter Of(SegmentationRules rules, LanguageTag language)
    {
        var compiled = ImmutableArray.CreateBuilder<CompiledRule>();
        var unreadable = ImmutableArray.CreateBuilder<Problem>();
        foreach (var rule in RulesFor(rules, language, unreadable))
        {
            try
            {
                compiled.Add(CompiledRule.Of(rule));
            }
            catch (FormatException e)
            {
                unreadable.Add(new Problem("segmentation-rule-unreadable", ("rule", $"{rule.Before} | {rule.After}"), ("reason", e.Message)).AsWarning());
            }
        }

        return new Segmenter(compiled.ToImmutable(), unreadable.ToImmutable());
    }

    /// <returns>None for a text that is empty.</returns>
    public ImmutableArray<CutSegment> Cut(InlineText text)
    {
        if (text.IsEmpty)
        {
            return [];
        }

        var segments = ImmutableArray.CreateBuilder<CutSegment>();
        var start = 0;
        foreach (var place in Places(text.Text).Select(place => PastWhiteSpace(text, place)))
        {
            if (place > start && place < text.Text.Length && !IsWhiteSpace(text, start, place))
            {
                segments.Add(Trimmed(text.Slice(TextSpan.FromBounds(start, place))));
                start = place;
            }
        }

        segments.Add(Trimmed(text.Slice(TextSpan.FromBounds(start, text.Text.Length))));
        return segments.ToImmutable();
    }

    private static IEnumerable<SegmentationRule> RulesFor(SegmentationRules rules, LanguageTag language, ImmutableArray<Problem>.Builder problems)
    {
        var maps = rules.Maps.Where(map => Matches(map, language, problems)).Take(rules.Cascade ? int.MaxValue : 1);
        return maps.SelectMany(map => rules.LanguageRules.Where(rule => rule.Name == map.RuleName)).SelectMany(rule => rule.Rules);
    }

    private static bool Matches(LanguageMap map, LanguageTag language, ImmutableArray<Problem>.Builder problems)
    {
        try
        {
            return Regex.IsMatch(language.Value, $@"\A(?:{IcuPattern.ToDotNet(map.Pattern)})\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(250));
        }
        catch (Exception e) when (e is FormatException or ArgumentException or RegexMatchTimeoutException)
        {
            problems.Add(new Problem("segmentation-rule-unreadable", ("rule", map.Pattern), ("reason", e.Message)).AsWarning());
            return false;
        }
    }

    private IEnumerable<int> Places(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = WindowEnd(text, start);
            var places = PlacesIn(start == 0 && end == text.Length ? text : text[start..end]);

            // The next window begins where a segment does. Near the end of this one a rule may not have seen all it looks for.
            var next = end == text.Length ? end : start + places.GetViewBetween(Window / 4, end - start - Margin).Max;
            next = next == start ? end : next;
            foreach (var place in places.TakeWhile(place => start + place < next))
            {
                yield return start + place;
            }

            if (next < text.Length)
            {
                yield return next;
            }

            start = next;
        }
    }

    private static int WindowEnd(string text, int start)
    {
        if (text.Length - start <= Window)
        {
            return text.Length;
        }

        var end = start + Window;
        while (end > start + (Window / 2) && !(char.IsWhiteSpace(text[end - 1]) && !char.IsWhiteSpace(text[end])))
        {
            end--;
        }

        return end > start + (Window / 2) ? end : char.IsLowSurrogate(text[start + Window]) ? start + Window - 1 : start + Window;
    }

    private SortedSet<int> PlacesIn(string text)
    {
        var places = new SortedSet<int>();
        var seen = new HashSet<int>();
        for (var index = 0; index < _rules.Length; index++)
        {
            if (!_rules[index].Breaks)
            {
                continue;
            }

            foreach (var place in _rules[index].Places(text))
            {
                if (IsInside(text, place) && seen.Add(place) && !IsException(text, place, index))
                {
                    places.Add(place);
                }
            }

            if (_rules.Count(rule => rule.Stopped is not null) > MaxStoppedRules)
            {
                return [];
            }
        }

        return places;
    }

    /// <summary>
    /// Whether an exception that stands before this break rule speaks for the place. The rule is the first break that does: an
    /// earlier one would have come to the place before.
    /// </summary>
    private bool IsException(string text, int place, int breakIndex)
    {
        for (var index = 0; index < breakIndex; index++)
        {
            if (!_rules[index].Breaks && _rules[index].SpeaksFor(text, place))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInside(string text, int place) =>
        place > 0 && place < text.Length && !(char.IsLowSurrogate(text[place]) && char.IsHighSurrogate(text[place - 1]));

    /// <summary>White space after a break belongs to what it follows; a code that opens in it goes with what it opens.</summary>
    private static int PastWhiteSpace(InlineText text, int place)
    {
        while (place < text.Text.Length && char.IsWhiteSpace(text.Text[place])
            && !text.Codes.Any(code => code.Offset == place && code.Kind != InlineCodeKind.End))
        {
            place++;
        }

        return place;
    }

    private static bool IsWhiteSpace(InlineText text, int start, int end) =>
        text.Text.AsSpan(start, end - start).IsWhiteSpace()
        && !text.Codes.Any(code => code.Offset >= start && code.Offset <= end);

    /// <summary>The white space at the end, after the last code, becomes the trailing part.</summary>
    private static CutSegment Trimmed(InlineText piece)
    {
        var end = piece.Text.AsSpan().TrimEnd().Length;
        if (end == 0 && piece.Codes.IsEmpty)
        {
            return new CutSegment(piece, "");
        }

        foreach (var code in piece.Codes)
        {
            end = Math.Max(end, code.Span.End);
        }

        return new CutSegment(InlineText.Of(piece.Text[..end], piece.Codes.AsSpan()), piece.Text[end..]);
    }
}
