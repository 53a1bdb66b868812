using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Workbench.Web.Glossary;

/// <summary>What a form does not say well enough to be saved.</summary>
/// <param name="Field">The name of the field on the page that it is about; empty when it is about the whole.</param>
/// <param name="Key">Of the sentence.</param>
/// <param name="Argument">What the sentence names; may be empty.</param>
public sealed record FormProblem(string Field, string Key, string Argument = "");

/// <summary>A term that another entry has already: a warning, not a refusal, for homographs are entries of their own.</summary>
/// <param name="Term">The <see cref="TermForm.Key"/>.</param>
public sealed record TermDuplicate(string Term, Core.Terminology.ConceptEntry Entry);

/// <summary>What must hold of a form before it is saved, each with a sentence at its field.</summary>
public static partial class EntryFormRules
{
    /// <param name="isKnown">Whether the glossary has a concept of this id.</param>
    public static ImmutableArray<FormProblem> Check(EntryForm form, Func<string, bool> isKnown)
    {
        var problems = ImmutableArray.CreateBuilder<FormProblem>();
        if (string.IsNullOrWhiteSpace(form.ConceptId))
        {
            problems.Add(new("concept-id", "Glossary_Problem_NoId"));
        }

        if (form.Languages.TrueForAll(language => language.IsEmpty))
        {
            problems.Add(new(FirstTermField(form), "Glossary_Problem_NoTerm"));
        }

        foreach (var language in form.Languages)
        {
            CheckLanguage(problems, form, language);
        }

        foreach (var reference in form.References.Where(reference => reference.ConceptId.Trim().Length > 0))
        {
            CheckReference(problems, form, reference, isKnown);
        }

        return problems.ToImmutable();
    }

    /// <summary>The name of a term's field on the page.</summary>
    public static string FieldOf(TermForm term, string part) => $"term-{term.Key}-{part}";

    public static string FieldOf(ReferenceForm reference) => $"reference-{reference.Key}";

    /// <summary>The first and the last day that a date can mean; null for what is no date (ISO 8601-1, 4.3 reduced precision).</summary>
    public static (DateOnly First, DateOnly Last)? Days(string date)
    {
        var text = date.Trim();
        if (!PartialDatePattern.IsMatch(text))
        {
            return null;
        }

        var first = DateOnly.TryParseExact(text + "-01-01"[..(10 - text.Length)], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;

        return first is { } from ? (from, text.Length switch { 4 => from.AddYears(1).AddDays(-1), 7 => from.AddMonths(1).AddDays(-1), _ => from }) : null;
    }

    private static void CheckLanguage(ImmutableArray<FormProblem>.Builder problems, EntryForm form, LanguageForm language)
    {
        if (form.Languages.Find(other => other.Language == language.Language) != language)
        {
            problems.Add(new(FirstField(language), "Glossary_Problem_LanguageTwice", language.Language));
        }

        foreach (var term in language.Terms.Where(term => !term.IsEmpty))
        {
            CheckTerm(problems, language, term);
        }
    }

    private static void CheckTerm(ImmutableArray<FormProblem>.Builder problems, LanguageForm language, TermForm term)
    {
        if (string.IsNullOrWhiteSpace(term.Text))
        {
            problems.Add(new(FieldOf(term, "text"), "Glossary_Problem_TermEmpty"));
        }
        else if (language.Terms.Find(other => !other.IsRemoved && other.Text.Trim() == term.Text.Trim() && other.Wording == term.Wording) != term)
        {
            problems.Add(new(FieldOf(term, "text"), "Glossary_Problem_TermTwice", term.Text.Trim()));
        }

        var (from, to) = (term.ValidFrom.Trim(), term.ValidTo.Trim());
        foreach (var (part, date) in new[] { ("from", from), ("to", to) }.Where(field => field.Item2.Length > 0 && Days(field.Item2) is null))
        {
            problems.Add(new(FieldOf(term, part), "Glossary_Problem_Date", date));
        }

        if (Days(from) is { } begin && Days(to) is { } end && begin.First > end.Last)
        {
            problems.Add(new(FieldOf(term, "to"), "Glossary_Problem_DateOrder"));
        }

        if (term.Hanja.Trim().Length > 0 && !term.Hanja.Any(IsHan))
        {
            problems.Add(new(FieldOf(term, "hanja"), "Glossary_Problem_Hanja"));
        }
    }

    private static void CheckReference(
        ImmutableArray<FormProblem>.Builder problems, EntryForm form, ReferenceForm reference, Func<string, bool> isKnown)
    {
        var id = reference.ConceptId.Trim();
        if (id == form.ConceptId.Trim())
        {
            problems.Add(new(FieldOf(reference), "Glossary_Problem_ReferenceSelf"));
        }
        else if (!isKnown(id))
        {
            problems.Add(new(FieldOf(reference), "Glossary_Problem_ReferenceUnknown", id));
        }
    }

    /// <summary>A Chinese character, or half of a rare one. Latin letters may stand beside it: CNC化.</summary>
    private static bool IsHan(char unit) =>
        unit is (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') || char.IsSurrogate(unit);

    private static string FirstTermField(EntryForm form) =>
        form.Languages.Select(FirstField).FirstOrDefault(field => field.Length > 0) ?? "";

    private static string FirstField(LanguageForm language) => language.Terms is [var first, ..] ? FieldOf(first, "text") : "";

    [GeneratedRegex(@"\A[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\z")]
    private static partial Regex PartialDatePattern { get; }
}
