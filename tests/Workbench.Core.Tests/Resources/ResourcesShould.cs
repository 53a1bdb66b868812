using System.Text.RegularExpressions;
using System.Xml.Linq;
using Workbench.Core.Quality;
using Workbench.TestKit;

namespace Workbench.Core.Tests.Resources;

/// <summary>The texts that people read, in every language that there is a file for.</summary>
public sealed partial class ResourcesShould
{
    private static readonly string Folder = Path.Combine(Repository.Root, "src", "Workbench.Core");

    public static TheoryData<string> Languages =>
        [.. Directory.EnumerateFiles(Folder, "Strings*.resx").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Hold_the_same_keys_as_English(string file) => Assert.Equal(Read("Strings.resx").Keys.Order(), Read(file).Keys.Order());

    [Theory]
    [MemberData(nameof(Languages))]
    public void Name_the_same_arguments_as_English(string file)
    {
        var texts = Read(file);

        Assert.All(Read("Strings.resx"), english => Assert.Equal(Arguments(english.Value), Arguments(texts[english.Key])));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Leave_no_text_empty(string file) => Assert.All(Read(file), text => Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Stand_in_the_order_of_their_keys_a_line_each(string file)
    {
        var keys = File.ReadLines(Path.Combine(Folder, file)).Select(line => EntryLine.Match(line)).Where(match => match.Success)
            .Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(Read(file).Count, keys.Count);
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Have_words_for_every_problem(string file)
    {
        var texts = Read(file);
        var codes = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(path => ProblemCode.Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value))
            .ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(codes);
        Assert.DoesNotContain(codes, code => !texts.ContainsKey("Problem_" + code));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Have_words_for_every_check(string file)
    {
        var texts = Read(file);
        var checks = typeof(IQualityCheck).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IQualityCheck)) && type.GetConstructor([]) is not null)
            .Select(type => ((IQualityCheck)Activator.CreateInstance(type)!).Id);

        Assert.DoesNotContain(
            checks,
            id => !texts.ContainsKey($"Check_{id}_Name") || !texts.Keys.Any(key => key != $"Check_{id}_Name" && (key == $"Check_{id}" || key.StartsWith($"Check_{id}_", StringComparison.Ordinal))));
    }

    private static Dictionary<string, string> Read(string file) => XDocument.Load(Path.Combine(Folder, file)).Root!.Elements("data")
        .ToDictionary(entry => entry.Attribute("name")!.Value, entry => entry.Element("value")!.Value, StringComparer.Ordinal);

    private static List<string> Arguments(string text) => [.. Argument.Matches(text).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"^  <data name=""([^""]+)"" xml:space=""preserve""><value>.*</value></data>$")]
    private static partial Regex EntryLine { get; }

    [GeneratedRegex(@"\{(\w+)(?::[^}]*)?\}")]
    private static partial Regex Argument { get; }

    [GeneratedRegex(@"new Problem\(\s*""([^""]+)""")]
    private static partial Regex ProblemCode { get; }
}
