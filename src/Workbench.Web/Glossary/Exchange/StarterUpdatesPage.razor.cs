using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Workbench.Core;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Core.Work.Glossaries;
using Workbench.Web.Session;

namespace Workbench.Web.Glossary.Exchange;

/// <summary>Entries of the starter glossary that were edited here and have changed in the program too: taken or kept, part by part.</summary>
public sealed partial class StarterUpdatesPage(
    StarterUpdates updates, SeedGlossary seeding, CurrentActor actor, IStringLocalizer<Strings> strings) : ComponentBase
{
    private ImmutableArray<Waiting>? _merges;
    private string _status = "";

    /// <param name="Chosen">Indexes of the steps that are taken of the shipped entry.</param>
    private sealed record Waiting(SeedMerge Merge, ImmutableArray<MergeStep> Steps, ImmutableArray<int> Chosen);

    protected override Task OnInitializedAsync() => ReadAsync();

    /// <summary>What fills a gap is taken unless a person says otherwise; what was written here stays.</summary>
    private async Task ReadAsync() => _merges =
    [
        .. (await updates.WaitingAsync(CancellationToken.None)).Select(merge =>
        {
            var steps = EntryMerge.Steps(merge.Current, merge.Shipped, MergeScope.Whole);

            return new Waiting(merge, steps, [.. steps.Index().Where(step => step.Item.Effect == MergeEffect.Add).Select(step => step.Index)]);
        }),
    ];

    private static string Headword(SeedMerge merge) =>
        string.Join(" · ", merge.Current.Languages.Take(2).Select(section => section.Terms.FirstOrDefault()?.Text));

    private static string Verdict(Waiting waiting) => waiting.Chosen.Length switch
    {
        0 => "Exchange_Updates_Keep",
        var taken when taken == waiting.Steps.Length => "Exchange_Updates_Take",
        _ => "Exchange_Updates_TakeChosen",
    };

    private void Toggle(Waiting waiting, int step) => Put(waiting, waiting with
    {
        Chosen = waiting.Chosen.Contains(step) ? waiting.Chosen.Remove(step) : waiting.Chosen.Add(step),
    });

    private void ChooseAll(Waiting waiting, bool take) => Put(waiting, waiting with { Chosen = take ? [.. Enumerable.Range(0, waiting.Steps.Length)] : [] });

    /// <summary>By entry: a second click may still mean the state before the first.</summary>
    private void Put(Waiting before, Waiting after) =>
        _merges = [.. _merges!.Value.Select(waiting => waiting.Merge == before.Merge ? after : waiting)];

    private async Task SettleAsync(Waiting waiting)
    {
        // All of the steps together are the shipped entry itself, with its order of terms.
        var settled = waiting.Chosen.Length == waiting.Steps.Length && waiting.Steps.Length > 0
            ? waiting.Merge.Shipped
            : EntryMerge.Apply(waiting.Merge.Current, waiting.Chosen.Order().Select(step => waiting.Steps[step]));
        var result = await seeding.SettleAsync(CommandId.New(), actor.Id, waiting.Merge, settled, CancellationToken.None);
        _status = result switch
        {
            { IsSaved: true } => strings["Exchange_Updates_Settled", waiting.Merge.Current.ConceptId],
            { Problem: { } problem } => ProblemText.Of(problem, CultureInfo.CurrentUICulture),
            _ => strings["Exchange_Updates_Changed", waiting.Merge.Current.ConceptId],
        };
        if (result.IsSaved)
        {
            _merges = _merges!.Value.RemoveAll(left => left.Merge == waiting.Merge);
        }
        else
        {
            await ReadAsync();
        }
    }
}
