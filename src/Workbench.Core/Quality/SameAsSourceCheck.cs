using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Workbench.Core.Languages;

namespace Workbench.Core.Quality;

/// <summary>Reports a target that is the source over again. Addresses, figures and capital abbreviations are the same in every language.</summary>
public sealed partial class SameAsSourceCheck : IQualityCheck
{
    public string Id => "same-as-source";

    public ImmutableArray<CheckExample> Examples { get; } =
    [
        new("Policy & Law", "Policy & Law", IssueCount: 1),
        new("Policy & Law", " Policy & Law ", IssueCount: 1),
        new("Kim Il Sung", "Kim Il Sung", IssueCount: 1),
        new("Policy & Law", "정책 및 법", IssueCount: 0),
        new("CNC", "CNC", IssueCount: 0),
        new("KCNA, 1994", "KCNA, 1994", IssueCount: 0),
        new("http://www.naenara.com.kp/en", "http://www.naenara.com.kp/en", IssueCount: 0),
        CheckExample.ToEnglish("대외무역", "대외무역", 1),
    ];

    public IEnumerable<QualityIssue> Check(CheckedText text)
    {
        var source = text.Source.Text.Trim();

        return string.Equals(source, text.Target.Text.Trim(), StringComparison.Ordinal)
            && text.SourceLanguage.Language != text.TargetLanguage.Language
            && HasWords(source, text.SourceLanguage)
            ? [QualityIssue.Warning(this, QualityIssue.NoPlace)]
            : [];
    }

    private static bool HasWords(string source, LanguageTag language)
    {
        var words = Address.Replace(source, "");

        return language.IsKorean ? HangulLetter.IsMatch(words) : LowerCaseWord.IsMatch(words);
    }

    [GeneratedRegex(@"\b(https?://|www\.)\S+|\S+@\S+\.\w+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Address { get; }

    [GeneratedRegex(@"[\uAC00-\uD7A3]")]
    private static partial Regex HangulLetter { get; }

    /// <summary>Two letters of which the second is no capital. Scripts without case count.</summary>
    [GeneratedRegex(@"\p{L}[\p{Ll}\p{Lo}]")]
    private static partial Regex LowerCaseWord { get; }
}
