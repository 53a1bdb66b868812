using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Components;
using Workbench.Browser.Tests.Fixture;
using Workbench.TestKit;

namespace Workbench.Browser.Tests.Pages;

/// <summary>What holds on every page that the app has, in both looks and both languages.</summary>
public sealed partial class PagesShould(BrowserFixture browser) : BrowserTest(browser)
{
    private static readonly string KnownFile = Path.Combine(Repository.Root, "tests", "Workbench.Browser.Tests", "axe-known.txt");

    /// <summary>How each route is visited; a parameter is found where a person finds it, as a link on a page.</summary>
    private static readonly Dictionary<string, string> Samples = new(StringComparer.Ordinal)
    {
        ["/not-found"] = "/nothing-is-here",
    };

    private sealed record KnownFinding(string Rule, string Markup, string Issue);

    [Fact]
    public async Task Have_no_serious_accessibility_finding_and_show_no_bare_key()
    {
        var app = await SharedAppAsync();
        var known = ReadKnown();
        var seen = new HashSet<KnownFinding>();
        var findings = new List<string>();
        foreach (var (dark, culture) in ((bool, string)[])[(false, "en"), (true, "en"), (false, "ko"), (true, "ko")])
        {
            var visit = await OpenAsync(app, "/projects", new VisitOptions { Dark = dark, Culture = culture });
            visit.Tolerate("status of 404"); // The page for an address that there is not.
            Assert.Equal(culture, await visit.Page.GetAttributeAsync("html", "lang"));
            foreach (var path in await PathsAsync(visit))
            {
                await visit.GoToAsync(path);
                var where = $"{path} {culture} {(dark ? "dark" : "light")}";
                await visit.ScreenshotAsync(string.Concat(where.Select(c => char.IsLetterOrDigit(c) ? c : '-')).Trim('-'));
                findings.AddRange((await BareKeysAsync(visit)).Select(key => $"{where}: shows the key {key}"));
                var result = await visit.Page.RunAxe();
                foreach (var finding in result.Violations.Where(violation => violation.Impact is "serious" or "critical"))
                {
                    findings.AddRange(
                        from node in finding.Nodes
                        where !IsKnown(finding, node)
                        select $"{where}: {finding.Id} ({finding.Impact}): {node.Html} {string.Join(' ', node.Any.Select(check => check.Message))}");
                }
            }
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings.Distinct()));
        Assert.True(seen.Count == known.Count, $"Not found any more, so strike it: {string.Join('\n', known.Except(seen))}");

        bool IsKnown(AxeResultItem finding, AxeResultNode node)
        {
            var entry = known.Find(entry => entry.Rule == finding.Id && node.Html.Contains(entry.Markup, StringComparison.Ordinal));

            return entry is not null && (seen.Add(entry) || true);
        }
    }

    /// <summary>Every route of the app, with what stands for its parameters.</summary>
    private static async Task<IReadOnlyList<string>> PathsAsync(Visit visit)
    {
        var links = await visit.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href]')].map(a => new URL(a.href).pathname)");
        var paths = new List<string>();
        foreach (var route in typeof(Workbench.Web.Hosting.WorkbenchOptions).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes(typeof(RouteAttribute), inherit: false).Cast<RouteAttribute>())
            .Select(route => route.Template)
            .Order(StringComparer.Ordinal))
        {
            var pattern = new Regex("^" + Parameter.Replace(Regex.Escape(route).Replace("\\{", "{", StringComparison.Ordinal), "[^/]+") + "$", RegexOptions.None, TimeSpan.FromSeconds(1));
            // An empty workspace has no document to link to; whatever has a link is visited.
            var path = Samples.GetValueOrDefault(route)
                ?? (route.Contains('{', StringComparison.Ordinal) ? Array.Find(links, link => pattern.IsMatch(link)) : route);
            if (path is not null)
            {
                paths.Add(path);
            }
        }

        return paths;
    }

    private static Task<string[]> BareKeysAsync(Visit visit) => visit.Page.EvaluateAsync<string[]>(
        """
        () => {
          const bare = /^[A-Z][A-Za-z]+_[A-Za-z_-]+$/;
          const texts = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) texts.push(walker.currentNode.data);
          for (const element of document.querySelectorAll("[title], [aria-label], [placeholder], [alt]"))
            for (const name of ["title", "aria-label", "placeholder", "alt"]) texts.push(element.getAttribute(name) ?? "");
          texts.push(...document.title.split(" · "));
          return [...new Set(texts.map(t => t.trim()).filter(t => bare.test(t)))];
        }
        """);

    private static List<KnownFinding> ReadKnown() =>
    [
        .. File.ReadLines(KnownFile).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))
            .Select(parts => new KnownFinding(parts[0], parts[1], parts[2])),
    ];

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter { get; }
}
