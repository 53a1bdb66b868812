using System.Text.RegularExpressions;
using Workbench.Core.Problems;

namespace Workbench.Core.Segmentation;

/// <summary>A rule made ready for work. A pattern that runs away is stopped, and from then on the rule is off.</summary>
internal sealed class CompiledRule
{
    /// <summary>How long one question to a rule may take.</summary>
    /// <remarks>Of the wall, so that a busy machine does not switch off a rule that is only slow.</remarks>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly string _pattern;
    private readonly Regex _here;
    private readonly Lazy<Regex> _anywhere;
    private readonly RequiredMarks _marksBefore;
    private readonly RequiredMarks _marksAfter;

    /// <summary>Whether all places of the rule stand before white space: then no others need to be asked about.</summary>
    private readonly bool _standsBeforeSpace;

    private CompiledRule(SegmentationRule rule, string pattern)
    {
        (Breaks, _pattern, _here) = (rule.Breaks, pattern, Compile(@"\G" + pattern));
        _anywhere = new Lazy<Regex>(() => Compile(pattern));
        (_marksBefore, _marksAfter) = (RequiredMarks.Of(rule.Before), RequiredMarks.Of(rule.After));
        _standsBeforeSpace = rule.After.StartsWith(@"\s", StringComparison.Ordinal) && !_marksAfter.HasAlternatives
            && (rule.After.Length == 2 || rule.After[2] is not ('*' or '?' or '{'));
    }

    public bool Breaks { get; }

    /// <summary>Why the rule is off; null while it works.</summary>
    public Problem? Stopped { get; private set; }

    /// <exception cref="FormatException">A pattern has no counterpart in .NET, or is longer than a pattern may be.</exception>
    public static CompiledRule Of(SegmentationRule rule)
    {
        if (rule.Before.Length > SegmentationRule.MaxPatternLength || rule.After.Length > SegmentationRule.MaxPatternLength)
        {
            throw new FormatException($"Longer than {SegmentationRule.MaxPatternLength} characters.");
        }

        try
        {
            // Before ends at the place and After starts there: a look in each direction, which in .NET may be of any length.
            // After is looked at first: it fails sooner.
            return new CompiledRule(rule, Look("?=", rule.After) + Look("?<=", rule.Before));
        }
        catch (ArgumentException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <summary>Every place of the text that the rule speaks for.</summary>
    public IEnumerable<int> Places(string text) =>
        !_marksAfter.AreIn(text) || !_marksBefore.AreIn(text) ? []
        : _standsBeforeSpace ? PlacesBeforeSpace(text)
        : PlacesAnywhere(text);

    public bool SpeaksFor(string text, int place)
    {
        if (Stopped is not null || !_marksAfter.AreNear(text, place, backward: false) || !_marksBefore.AreNear(text, place, backward: true))
        {
            return false;
        }

        try
        {
            return _here.IsMatch(text, place);
        }
        catch (RegexMatchTimeoutException)
        {
            Stop();
            return false;
        }
    }

    private IEnumerable<int> PlacesBeforeSpace(string text)
    {
        for (var place = 0; place < text.Length; place++)
        {
            if (char.IsWhiteSpace(text[place]) && SpeaksFor(text, place))
            {
                yield return place;
            }
        }
    }

    private IEnumerable<int> PlacesAnywhere(string text)
    {
        for (var match = Ask(() => _anywhere.Value.Match(text)); match is { Success: true };)
        {
            yield return match.Index;

            var last = match;
            match = Ask(last.NextMatch);
        }
    }

    private Match? Ask(Func<Match> question)
    {
        if (Stopped is not null)
        {
            return null;
        }

        try
        {
            return question();
        }
        catch (RegexMatchTimeoutException)
        {
            Stop();
            return null;
        }
    }

    private void Stop() => Stopped = new Problem("segmentation-rule-stopped", ("rule", Shown(_pattern))).AsWarning();

    private static string Look(string kind, string icu) => icu.Length == 0 ? "" : $"({kind}{IcuPattern.ToDotNet(icu)})";

    private static Regex Compile(string pattern) => new(pattern, RegexOptions.CultureInvariant, Patience);

    private static string Shown(string pattern) => pattern.Length <= 80 ? pattern : pattern[..80] + "…";
}
