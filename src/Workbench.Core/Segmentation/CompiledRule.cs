using System.Text.RegularExpressions;
using Workbench.Core.Problems;

namespace Workbench.Core.Segmentation;

/// <summary>A rule made ready for work. A pattern that runs away is stopped, and from then on the rule is off.</summary>
internal sealed class CompiledRule
{
    /// <summary>How long one question to a rule may take.</summary>
    /// <remarks>Of the wall, so that a busy machine does not switch off a rule that is only slow.</remarks>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Regex _anywhere;
    private readonly Regex _here;
    private readonly RequiredMarks _marksBefore;
    private readonly RequiredMarks _marksAfter;

    private CompiledRule(SegmentationRule rule, Regex anywhere, Regex here)
    {
        (Breaks, _anywhere, _here) = (rule.Breaks, anywhere, here);
        (_marksBefore, _marksAfter) = (RequiredMarks.Of(rule.Before), RequiredMarks.Of(rule.After));
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

        // Before ends at the place and After starts there: a look in each direction, which in .NET may be of any length. After
        // is looked at first: it fails sooner.
        var pattern = Look("?=", rule.After) + Look("?<=", rule.Before);
        try
        {
            return new CompiledRule(rule, Compile(pattern), Compile(@"\G" + pattern));
        }
        catch (ArgumentException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <summary>Every place of the text that the rule speaks for.</summary>
    public IEnumerable<int> Places(string text)
    {
        for (var match = Ask(() => _anywhere.Match(text)); match is { Success: true };)
        {
            yield return match.Index;

            var last = match;
            match = Ask(last.NextMatch);
        }
    }

    public bool SpeaksFor(string text, int place) =>
        _marksAfter.AreNear(text, place, backward: false) && _marksBefore.AreNear(text, place, backward: true)
        && Ask(() => _here.Match(text, place)) is { Success: true };

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
            Stopped = new Problem("segmentation-rule-stopped", ("rule", Shown(_anywhere.ToString()))).AsWarning();
            return null;
        }
    }

    private static string Look(string kind, string icu) => icu.Length == 0 ? "" : $"({kind}{IcuPattern.ToDotNet(icu)})";

    private static Regex Compile(string pattern) => new(pattern, RegexOptions.CultureInvariant, Patience);

    private static string Shown(string pattern) => pattern.Length <= 80 ? pattern : pattern[..80] + "…";
}
