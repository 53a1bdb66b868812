using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Workbench.Core.Quality;
using Workbench.Core.Text;

namespace Workbench.Core.Tests.Quality;

public sealed class QualityChecksShould
{
    private static readonly ResourceManager Words = new(typeof(Strings));

    public static TheoryData<string, int> Examples =>
        [.. QualityChecker.Default.Checks.SelectMany(check => check.Examples.Select((_, number) => (check.Id, number)))];

    public static TheoryData<string> Ids => [.. QualityChecker.Default.Checks.Select(check => check.Id)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Say_what_their_examples_say(string id, int number)
    {
        var check = Find(id);
        var example = check.Examples[number];

        var issues = check.Check(example.ToText()).ToList();

        Assert.True(
            issues.Count == example.IssueCount,
            $"'{example.Source}' → '{example.Target}': {issues.Count} issues, not {example.IssueCount}: "
            + string.Join("; ", issues.Select(issue => $"{issue.TextKey} {issue.Span} {string.Join(',', issue.Arguments)}")));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Show_both_ways_and_both_directions(string id)
    {
        var examples = Find(id).Examples;

        Assert.True(examples.Length >= 4);
        Assert.Contains(examples, example => example.IssueCount == 0);
        Assert.Contains(examples, example => example.IssueCount > 0);
        Assert.Contains(examples, example => example.TargetLanguage.IsKorean);
        Assert.Contains(examples, example => example.SourceLanguage.IsKorean);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Mark_places_inside_the_target(string id, int number)
    {
        var text = Find(id).Examples[number].ToText();

        var issues = Find(id).Check(text).ToList();

        Assert.All(issues, issue => Assert.InRange(issue.Span.End, 0, text.Target.Text.Length));
        Assert.All(issues, issue => Assert.True(issue.Span.Start >= 0));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public void Have_words_for_every_finding(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var words = Words.GetResourceSet(culture, createIfNotExists: true, tryParents: language == "en")!;
        var issues = QualityChecker.Default.Checks
            .SelectMany(check => check.Examples.SelectMany(example => check.Check(example.ToText())));

        Assert.All(QualityChecker.Default.Checks, check => Assert.NotNull(words.GetString($"Check_{check.Id}_Name")));
        Assert.All(issues, issue =>
        {
            var sentence = words.GetString(issue.TextKey);
            Assert.True(sentence is not null, $"{issue.TextKey} has no words in {language}.");
            Assert.All(
                Regex.Matches(sentence, "{([^}]+)}"),
                place => Assert.Contains(issue.Arguments, argument => argument.Name == place.Groups[1].Value));
        });
    }

    [Fact]
    public void Break_alone()
    {
        var checker = new QualityChecker([new BrokenCheck(), new DoubleSpaceCheck()]);

        var report = checker.Check(new CheckedText { Source = InlineText.Of("a b"), Target = InlineText.Of("a  b") });

        Assert.Equal("double-space", Assert.Single(report.Issues).CheckId);
        Assert.Equal("broken", Assert.Single(report.Failures).CheckId);
    }

    private static IQualityCheck Find(string id) => QualityChecker.Default.Checks.Single(check => check.Id == id);

    private sealed class BrokenCheck : IQualityCheck
    {
        public string Id => "broken";

        public System.Collections.Immutable.ImmutableArray<CheckExample> Examples => [];

        public IEnumerable<QualityIssue> Check(CheckedText text)
        {
            yield return QualityIssue.Warning(this, QualityIssue.NoPlace) with { Variant = text.Source.Text[100].ToString() };
        }
    }
}
