using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Workbench.TestKit;

namespace Workbench.Core.Tests.House;

/// <summary>The wall between the projects, and what no file of the repository may say.</summary>
public sealed partial class HouseShould
{
    private static readonly string[] TopLevel =
    [
        "src", "tests", "seeds", "glossary", ".ci", ".editorconfig", ".gitattributes", ".gitignore", "BannedSymbols.txt",
        "Directory.Build.props", "Directory.Packages.props", "LICENSE", "README.md", "THIRD-PARTY-NOTICES", "Workbench.sln", "global.json",
    ];

    [Theory]
    [InlineData("Workbench.Core", "")]
    [InlineData("Workbench.Formats", "Workbench.Core")]
    [InlineData("Workbench.Storage", "Workbench.Core")]
    [InlineData("Workbench.Cli", "Workbench.Core Workbench.Formats Workbench.Storage")]
    [InlineData("Workbench.Web", "Workbench.Core Workbench.Formats Workbench.Storage")]
    public void Let_a_project_see_only_what_the_design_allows(string project, string allowed)
    {
        var seen = References(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path));

        Assert.Empty(seen.Except(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal));
    }

    [Fact]
    public void Give_core_no_package() => Assert.Empty(References("Workbench.Core", "PackageReference"));

    [Theory]
    [InlineData("LiteDB", "Workbench.Storage")]
    [InlineData("MudBlazor", "Workbench.Web")]
    [InlineData("DocumentFormat.OpenXml", "Workbench.Formats")]
    [InlineData("CsvHelper", "Workbench.Formats")]
    public void Keep_a_package_in_one_project(string package, string project)
    {
        var users = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"))
            .Select(folder => Path.GetFileName(folder))
            .Where(name => References(name, "PackageReference").Contains(package, StringComparer.Ordinal));

        Assert.Equal([project], users);
    }

    [Fact]
    public void Name_folders_for_features() =>
        Assert.DoesNotContain(Files(), file => Path.GetDirectoryName(file)!.Split('/').Any(part => part is "Helpers" or "Utils" or "Common"));

    [Fact]
    public void Keep_the_top_level_small() =>
        Assert.Empty(Files().Select(file => file.Split('/')[0]).Distinct(StringComparer.Ordinal).Except(TopLevel, StringComparer.Ordinal));

    [Fact]
    public void Name_no_machine_and_no_registry() => Assert.Empty(
        from file in Files()
        where Path.GetExtension(file) is not (".png" or ".docx" or ".xlsx" or ".zip")
        let path = Path.Combine(Repository.Root, file)
        where File.Exists(path)
        from line in File.ReadLines(path)
        where MachinePath.IsMatch(line)
        select $"{file}: {line.Trim()}");

    private static List<string> References(string project, string kind) =>
    [
        .. XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"))
            .Descendants(kind)
            .Select(reference => reference.Attribute("Include")!.Value),
    ];

    /// <summary>What git would commit, with slashes, from the top.</summary>
    private static List<string> Files()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-c", "core.quotePath=off", "ls-files", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var files = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        Assert.NotEmpty(files);

        return [.. files];
    }

    // Written in parts, so that this file does not find itself.
    [GeneratedRegex("""(?<![\w.])/(work/(main|shared)|tmp/wt|home/\w+|root)/|[A-Z]:\\(Us""" + """ers)\\|nu""" + """get\.org/v3|registry\.npm""" + """js\.org|pypi\.o""" + """rg/simple""")]
    private static partial Regex MachinePath { get; }
}
