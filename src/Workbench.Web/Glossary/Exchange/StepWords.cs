using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using Workbench.Core;
using Workbench.Core.Terminology;
using Workbench.Core.Work.Glossaries;

namespace Workbench.Web.Glossary.Exchange;

/// <summary>A part of an incoming entry in words.</summary>
/// <param name="Part">Which part: <c>Hanja · 대외무역</c>.</param>
/// <param name="Language">Of what is shown, for the browser; null where it is the interface's.</param>
internal sealed record StepWords(string Part, string? Language, string Before, string After)
{
    public static StepWords Of(ConceptEntry own, MergeStep step, IStringLocalizer<Strings> strings)
    {
        var changes = EntryDifference.Between(own, step.Apply(own));
        if (changes.IsEmpty)
        {
            return new StepWords(strings["Exchange_Part"], null, "", "");
        }

        var head = changes[0];
        var about = head.Language is { } language ? $"{language} {head.Term}".TrimEnd() : "";
        var part = GlossaryWords.Of(strings, head.Part);

        return new StepWords(
            about.Length > 0 ? $"{part} · {about}" : part,
            head.Part is EntryPart.Term or EntryPart.Context ? head.Language?.Value : null,
            Told(changes, change => change.Before, strings),
            Told(changes, change => change.After, strings));
    }

    /// <summary>The first part as it is, and what comes with it behind its name.</summary>
    private static string Told(ImmutableArray<EntryChange> changes, Func<EntryChange, string> side, IStringLocalizer<Strings> strings) => string.Join(
        '\n',
        changes.Select((change, at) => (change, at, Value: GlossaryWords.Value(strings, change.Part, side(change))))
            .Where(part => part.Value.Length > 0 && (part.at == 0 || side(changes[0]).Length > 0))
            .Select(part => part.at == 0 ? part.Value : $"{GlossaryWords.Of(strings, part.change.Part)}: {part.Value}"));
}
