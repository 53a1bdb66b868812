using System.Collections.Immutable;
using Workbench.Core.Terminology;

namespace Workbench.TestKit;

/// <summary>The glossary that ships with the program, as its files say it.</summary>
public static class StarterGlossary
{
    private static readonly Lazy<ImmutableArray<ConceptEntry>> Read = new(() =>
        GlossaryText.ReadAll(Files()).Value.Entries);

    public static string Folder => Path.Combine(Repository.Root, "glossary");

    public static ImmutableArray<ConceptEntry> Entries => Read.Value;

    public static IEnumerable<(string Part, string Text)> Files() =>
        Directory.EnumerateFiles(Folder, "*" + GlossaryText.Extension)
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), File.ReadAllText(path)));

    public static ConceptEntry Concept(string conceptId) => Entries.Single(entry => entry.ConceptId == conceptId);
}
