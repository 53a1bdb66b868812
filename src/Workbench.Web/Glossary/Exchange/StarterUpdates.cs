using System.Collections.Immutable;
using Workbench.Core.Exchange;
using Workbench.Core.Problems;
using Workbench.Core.Terminology;
using Workbench.Core.Work.Glossaries;

namespace Workbench.Web.Glossary.Exchange;

/// <summary>The starter glossary as it ships with this version of the program, and the edited entries that it would change.</summary>
public sealed class StarterUpdates(SeedGlossary seeding)
{
    private readonly Lazy<ImmutableArray<ConceptEntry>> _shipped = new(() => Read() is { Succeeded: true } read ? read.Value.Entries : []);

    /// <summary>From the folder <c>glossary</c> beside the program.</summary>
    public static Result<ReadTerms> Read() => GlossaryText.ReadAll(
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "glossary"), "*" + GlossaryText.Extension)
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), File.ReadAllText(file))));

    public ValueTask<ImmutableArray<SeedMerge>> WaitingAsync(CancellationToken cancellationToken) =>
        seeding.FindMergesAsync(SeedGlossary.Starter, _shipped.Value, cancellationToken);
}
