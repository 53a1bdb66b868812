using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Workbench.TestKit;

namespace Workbench.Core.Tests.House;

/// <summary>
/// Writes what we owe the packages that travel with the programs: their names, licences and copyrights, read from the restored
/// packages themselves.
/// </summary>
internal static class ThirdPartyNotices
{
    /// <summary>Brought by the SDK in its own version, so the notice names none.</summary>
    private const string BlazorScript = "Microsoft.AspNetCore.App.Internal.Assets";

    private static readonly HashSet<string> Permissive = new(StringComparer.Ordinal)
    {
        "MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MS-PL", "Unicode-3.0", "Unicode-DFS-2016", "0BSD", "ISC", "Zlib",
    };

    private sealed record Package(string Name, string Version, string Licence, string Copyright, string Address);

    public static string Path { get; } = System.IO.Path.Combine(Repository.Root, "THIRD-PARTY-NOTICES");

    /// <exception cref="InvalidOperationException">A package's licence is not one that we may ship under.</exception>
    public static string Compose()
    {
        var packages = Directory.EnumerateDirectories(System.IO.Path.Combine(Repository.Root, "src"))
            .SelectMany(ReadPackages)
            .DistinctBy(package => (package.Name, package.Version))
            .OrderBy(package => package.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(package => package.Version, StringComparer.Ordinal)
            .ToList();
        var text = new StringBuilder(
            """
            THIRD-PARTY NOTICES

            The Workbench is made with the packages below, which travel with its programs. Each is under the licence that is named
            with it; the texts of the licences stand at the end. A self-contained folder also holds the .NET and ASP.NET Core
            runtimes (MIT, © .NET Foundation and Contributors), with their own notices in that project's repository.

            This file is written from the restored packages; a test holds it to them.


            """);
        foreach (var package in packages)
        {
            text.Append(package.Name).Append(' ').Append(package.Version).Append('\n')
                .Append("  ").Append(package.Licence).Append('\n')
                .Append("  ").Append(package.Copyright).Append('\n')
                .Append("  ").Append(package.Address).Append("\n\n");
        }

        return text.Append(Mit).Append('\n').Append(Apache).ToString().ReplaceLineEndings("\n");
    }

    private static IEnumerable<Package> ReadPackages(string project)
    {
        var file = System.IO.Path.Combine(project, "obj", "project.assets.json");
        if (!File.Exists(file))
        {
            throw new InvalidOperationException($"{System.IO.Path.GetFileName(project)} is not restored: run dotnet restore.");
        }

        using var assets = JsonDocument.Parse(File.ReadAllBytes(file));
        var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        var libraries = assets.RootElement.GetProperty("libraries");
        foreach (var entry in assets.RootElement.GetProperty("targets").GetProperty("net10.0").EnumerateObject().Where(Travels))
        {
            var path = libraries.GetProperty(entry.Name).GetProperty("path").GetString()!;
            var folder = folders.Select(root => System.IO.Path.Combine(root, path)).First(Directory.Exists);
            yield return Read(Directory.EnumerateFiles(folder, "*.nuspec").Single());
        }
    }

    private static bool Travels(JsonProperty entry) =>
        entry.Value.GetProperty("type").GetString() == "package" &&
        (entry.Value.TryGetProperty("runtime", out _) || entry.Name.StartsWith(BlazorScript, StringComparison.OrdinalIgnoreCase));

    private static Package Read(string nuspec)
    {
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
        string Value(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim() ?? "";

        var name = Value("id");
        var licence = metadata.Elements().FirstOrDefault(element => element.Name.LocalName == "license");
        var expression = licence?.Attribute("type")?.Value == "expression" ? licence.Value : "";
        if (!expression.Split(" OR ").Any(Permissive.Contains))
        {
            throw new InvalidOperationException($"{name} is under '{licence?.Value}': not a permissive licence by its expression.");
        }

        return new Package(
            name,
            name == BlazorScript ? "(in the SDK's version)" : Value("version"),
            expression,
            Value("copyright") is { Length: > 3 } copyright ? copyright : $"Copyright {Value("authors")}",
            Value("projectUrl"));
    }

    private static string Apache => "\nApache-2.0\n\n" + File.ReadAllText(
        System.IO.Path.Combine(Repository.Root, "tests", "Workbench.Core.Tests", "House", "Apache-2.0.txt"));

    private const string Mit =
        """
        MIT

        Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
        files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
        modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
        Software is furnished to do so, subject to the following conditions:

        The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
        Software.

        THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
        WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
        COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
        OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.

        """;
}
