using System.Collections.Immutable;
using Workbench.Core.Languages;
using Workbench.Core.Memory;
using Workbench.Core.Terminology;

namespace Workbench.Core.Work.Glossaries;

/// <summary>How much an incoming entry means by what it does not say.</summary>
public enum MergeScope
{
    /// <summary>It says some fields; one with its default value was not said. Nothing goes away.</summary>
    SomeFields,

    /// <summary>It says every field, though not every term: what is empty or absent stays, any other value counts.</summary>
    EveryField,

    /// <summary>It is the whole entry: what it lacks goes away.</summary>
    Whole,
}

/// <summary>What taking one part of an incoming entry does.</summary>
public enum MergeEffect
{
    /// <summary>Something comes where nothing was.</summary>
    Add,

    /// <summary>Something else was there and is written over.</summary>
    Replace,

    /// <summary>Something goes away.</summary>
    Remove,
}

/// <summary>One part of an incoming entry that a person takes or leaves. Any of them can be applied without the others, in their order.</summary>
public sealed record MergeStep(MergeEffect Effect, Func<ConceptEntry, ConceptEntry> Apply);

/// <summary>What of an incoming entry is not in one's own yet, part by part.</summary>
public static class EntryMerge
{
    private delegate T Setting<T>(T owner, string value);

    private static readonly ImmutableArray<(Func<ConceptEntry, string> Get, Setting<ConceptEntry> Set)> ConceptTexts =
    [
        (entry => entry.SubjectField, (entry, value) => entry with { SubjectField = value }),
        (entry => entry.Note, (entry, value) => entry with { Note = value }),
        (entry => entry.Source, (entry, value) => entry with { Source = value }),
    ];

    private static readonly ImmutableArray<(Func<TermSection, string> Get, Setting<TermSection> Set)> TermTexts =
    [
        (term => term.PartOfSpeech, (term, value) => term with { PartOfSpeech = value }),
        (term => term.ValidFrom.ToString(), (term, value) => term with { ValidFrom = new PartialDate(value) }),
        (term => term.ValidTo.ToString(), (term, value) => term with { ValidTo = new PartialDate(value) }),
        (term => term.Hanja, (term, value) => term with { Hanja = value }),
        (term => term.Context, (term, value) => term with { Context = value }),
        (term => term.ContextSource, (term, value) => term with { ContextSource = value }),
        (term => term.UsageNote, (term, value) => term with { UsageNote = value }),
        (term => term.Source, (term, value) => term with { Source = value }),
        (term => term.Attestation, (term, value) => term with { Attestation = value }),
    ];

    /// <summary>Choices, each as the term that has the other's choice.</summary>
    private static readonly ImmutableArray<Func<TermSection, TermSection, TermSection>> TermChoices =
    [
        (term, other) => term with { Type = other.Type },
        (term, other) => term with { Status = other.Status },
        (term, other) => term with { ProcessStatus = other.ProcessStatus },
        (term, other) => term with { Wording = other.Wording },
        (term, other) => term with { CaseSensitive = other.CaseSensitive },
        (term, other) => term with { Reliability = other.Reliability },
    ];

    public static ConceptEntry Apply(ConceptEntry entry, IEnumerable<MergeStep> steps) => steps.Aggregate(entry, (merged, step) => step.Apply(merged));

    /// <returns>Nothing when <paramref name="own"/> says all of it already. The order of terms is not looked at.</returns>
    public static ImmutableArray<MergeStep> Steps(ConceptEntry own, ConceptEntry incoming, MergeScope scope)
    {
        var steps = ImmutableArray.CreateBuilder<MergeStep>();
        AddTexts(steps, ConceptTexts, own, incoming, scope, (set, value) => entry => set(entry, value));
        AddDefinition(steps, own, incoming, scope);
        AddReferences(steps, own, incoming, scope);
        AddProperties(steps, own.Properties, incoming.Properties, scope, change => entry => entry with { Properties = change(entry.Properties) });
        var removals = new List<MergeStep>();
        foreach (var language in own.Languages.Concat(incoming.Languages).Select(section => section.Language).Distinct())
        {
            AddTerms(steps, removals, language, TermsOf(own, language), TermsOf(incoming, language), scope);
        }

        // The last terms first, so that the places of the others stay what they are.
        steps.AddRange(removals.AsEnumerable().Reverse());

        return steps.ToImmutable();
    }

    private static void AddTexts<T>(
        ImmutableArray<MergeStep>.Builder steps,
        ImmutableArray<(Func<T, string> Get, Setting<T> Set)> fields,
        T own,
        T incoming,
        MergeScope scope,
        Func<Setting<T>, string, Func<ConceptEntry, ConceptEntry>> apply)
    {
        foreach (var (get, set) in fields)
        {
            if (EffectOf(get(own), get(incoming), scope) is { } effect)
            {
                steps.Add(new MergeStep(effect, apply(set, get(incoming))));
            }
        }
    }

    private static MergeEffect? EffectOf(string own, string incoming, MergeScope scope) => (own.Length, incoming.Length) switch
    {
        _ when own == incoming => null,
        (0, _) => MergeEffect.Add,
        (_, 0) => scope == MergeScope.Whole ? MergeEffect.Remove : null,
        _ => MergeEffect.Replace,
    };

    /// <summary>A definition comes with its source and its reliability.</summary>
    private static void AddDefinition(ImmutableArray<MergeStep>.Builder steps, ConceptEntry own, ConceptEntry incoming, MergeScope scope)
    {
        if (EffectOf(own.Definition, incoming.Definition, scope) is { } effect)
        {
            steps.Add(new MergeStep(effect, entry => entry with
            {
                Definition = incoming.Definition,
                DefinitionSource = incoming.DefinitionSource,
                DefinitionReliability = incoming.DefinitionReliability,
            }));
            return;
        }

        if (EffectOf(own.DefinitionSource, incoming.DefinitionSource, scope) is { } source)
        {
            steps.Add(new MergeStep(source, entry => entry with { DefinitionSource = incoming.DefinitionSource }));
        }

        var isSaid = scope switch
        {
            MergeScope.SomeFields => incoming.DefinitionReliability != default,
            MergeScope.EveryField => incoming.Definition.Length > 0,
            _ => true,
        };
        if (isSaid && own.DefinitionReliability != incoming.DefinitionReliability)
        {
            steps.Add(new MergeStep(MergeEffect.Replace, entry => entry with { DefinitionReliability = incoming.DefinitionReliability }));
        }
    }

    private static void AddReferences(ImmutableArray<MergeStep>.Builder steps, ConceptEntry own, ConceptEntry incoming, MergeScope scope)
    {
        foreach (var reference in incoming.References.Except(own.References))
        {
            var same = own.References.FirstOrDefault(known => (known.Kind, known.ConceptId) == (reference.Kind, reference.ConceptId));
            if (same is null)
            {
                steps.Add(new MergeStep(MergeEffect.Add, entry => entry with { References = entry.References.Add(reference) }));
            }
            else if (EffectOf(same.Note, reference.Note, scope) is { } effect)
            {
                steps.Add(new MergeStep(effect, entry => entry with { References = entry.References.Replace(same, reference) }));
            }
        }

        foreach (var gone in scope == MergeScope.Whole ? own.References : [])
        {
            if (!incoming.References.Any(known => (known.Kind, known.ConceptId) == (gone.Kind, gone.ConceptId)))
            {
                steps.Add(new MergeStep(MergeEffect.Remove, entry => entry with { References = entry.References.Remove(gone) }));
            }
        }
    }

    /// <summary>Properties of one type are one another's replacement where each side has one of it.</summary>
    private static void AddProperties(
        ImmutableArray<MergeStep>.Builder steps,
        ImmutableArray<Property> own,
        ImmutableArray<Property> incoming,
        MergeScope scope,
        Func<Func<ImmutableArray<Property>, ImmutableArray<Property>>, Func<ConceptEntry, ConceptEntry>> apply)
    {
        var replaced = new HashSet<Property>();
        foreach (var property in incoming.Except(own))
        {
            var alike = own.Where(known => known.Type == property.Type).ToArray();
            if (alike.Length == 1 && incoming.Count(other => other.Type == property.Type) == 1)
            {
                replaced.Add(alike[0]);
                steps.Add(new MergeStep(MergeEffect.Replace, apply(properties => properties.Replace(alike[0], property))));
            }
            else
            {
                steps.Add(new MergeStep(MergeEffect.Add, apply(properties => properties.Add(property))));
            }
        }

        foreach (var gone in scope == MergeScope.Whole ? own.Except(incoming).Except(replaced) : [])
        {
            steps.Add(new MergeStep(MergeEffect.Remove, apply(properties => properties.Remove(gone))));
        }
    }

    private static void AddTerms(
        ImmutableArray<MergeStep>.Builder steps,
        List<MergeStep> removals,
        LanguageTag language,
        ImmutableArray<TermSection> own,
        ImmutableArray<TermSection> incoming,
        MergeScope scope)
    {
        var left = Enumerable.Range(0, own.Length).ToList();
        foreach (var term in incoming)
        {
            int? at = left.Where(index => own[index].Text == term.Text).OrderBy(index => own[index].Wording == term.Wording ? 0 : 1).Cast<int?>().FirstOrDefault();
            if (at is not { } place)
            {
                steps.Add(new MergeStep(MergeEffect.Add, entry => With(entry, language, terms => terms.Add(term))));
                continue;
            }

            left.Remove(place);
            AddTerm(steps, own[place], term, scope, change => entry => With(entry, language, terms => terms.SetItem(place, change(terms[place]))));
        }

        if (scope == MergeScope.Whole)
        {
            removals.AddRange(left.Select(place => new MergeStep(
                MergeEffect.Remove, entry => With(entry, language, terms => terms.RemoveAt(place)))));
        }
    }

    private static void AddTerm(
        ImmutableArray<MergeStep>.Builder steps,
        TermSection own,
        TermSection incoming,
        MergeScope scope,
        Func<Func<TermSection, TermSection>, Func<ConceptEntry, ConceptEntry>> apply)
    {
        var plain = new TermSection { Text = own.Text };
        foreach (var choose in TermChoices)
        {
            var isSaid = scope != MergeScope.SomeFields || choose(plain, incoming) != plain;
            if (isSaid && choose(own, incoming) != own)
            {
                steps.Add(new MergeStep(MergeEffect.Replace, apply(term => choose(term, incoming))));
            }
        }

        AddTexts(steps, TermTexts, own, incoming, scope, (set, value) => apply(term => set(term, value)));
        AddProperties(steps, own.Properties, incoming.Properties, scope, change => apply(term => term with { Properties = change(term.Properties) }));
    }

    private static ImmutableArray<TermSection> TermsOf(ConceptEntry entry, LanguageTag language) =>
        [.. entry.Languages.Where(section => section.Language == language).SelectMany(section => section.Terms)];

    /// <summary>The entry with other terms in a language; sections of one language become one, and an empty one goes.</summary>
    private static ConceptEntry With(ConceptEntry entry, LanguageTag language, Func<ImmutableArray<TermSection>, ImmutableArray<TermSection>> change)
    {
        var terms = change(TermsOf(entry, language));
        var first = entry.Languages.FirstOrDefault(section => section.Language == language);
        var others = entry.Languages.Where(section => section.Language != language || ReferenceEquals(section, first))
            .Select(section => ReferenceEquals(section, first) ? section with { Terms = terms } : section);

        return entry with
        {
            Languages = [.. (first is null ? entry.Languages.Append(new LanguageSection(language, terms)) : others).Where(section => section.Terms.Length > 0)],
        };
    }
}
