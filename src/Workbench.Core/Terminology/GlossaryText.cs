using System.Collections.Immutable;
using System.Text;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Memory;
using Workbench.Core.Problems;

namespace Workbench.Core.Terminology;

/// <summary>
/// A glossary as text that reviews well in a diff, one fact a line. Lines that begin with <c>#</c> are comments.
/// <code>
/// glossary 1
///
/// NK0002
///   subject-field: trade
///   definition: Trade of the state and its enterprises with other countries.
///   definition-reliability: unverified
///   related: NK0071 The wider term.
///   property: slug = foreign-trade
///   en: foreign trade
///     part-of-speech: n
///     reliability: high
///   ko-KP: 대외무역
///     hanja: 對外貿易
///     reliability: high
/// </code>
/// A concept begins at the margin with its id; its facts and terms are indented by two, the facts of a term by four. A value
/// is everything after the colon and one space; <c>\n</c>, <c>\r</c>, <c>\t</c>, <c>\\</c> and <c>\uXXXX</c> stand for
/// characters that a line cannot show.
/// </summary>
public static class GlossaryText
{
    /// <summary>With the dot.</summary>
    public const string Extension = ".terms";

    /// <summary>The first line of every file.</summary>
    public const string Header = "glossary 1";

    /// <summary>Reads one file. Ids, glossary and versions of the entries are placeholders.</summary>
    /// <param name="part">The file's name, for the places of problems; may be empty.</param>
    public static Result<ReadTerms> Read(string text, string part = "") => ReadAll([(part, text)]);

    /// <summary>Reads a glossary that is kept in several files. A concept id may stand in one of them only.</summary>
    public static Result<ReadTerms> ReadAll(IEnumerable<(string Part, string Text)> files)
    {
        var entries = ImmutableArray.CreateBuilder<ConceptEntry>();
        var problems = new List<Problem>();
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var (part, text) in files)
        {
            var reader = new GlossaryTextReader(part, places, problems);
            entries.AddRange(reader.Read(text));
        }

        return problems.Count == 0
            ? Result.Success(new ReadTerms(entries.ToImmutable()))
            : Result.Failure<ReadTerms>([.. problems]);
    }

    public static string Write(IEnumerable<ConceptEntry> entries)
    {
        var written = new StringBuilder(Header).Append('\n');
        foreach (var entry in entries)
        {
            written.Append('\n');
            Write(written, entry);
        }

        return written.ToString();
    }

    /// <summary>What <see cref="Write(IEnumerable{ConceptEntry})"/> writes for one entry.</summary>
    public static string Write(ConceptEntry entry)
    {
        var written = new StringBuilder();
        Write(written, entry);
        return written.ToString();
    }

    private static void Write(StringBuilder written, ConceptEntry entry)
    {
        written.Append(GlossaryFacts.EscapeId(entry.ConceptId)).Append('\n');
        Fact(written, "  ", GlossaryTextKeys.SubjectField, entry.SubjectField);
        Fact(written, "  ", GlossaryTextKeys.Definition, entry.Definition);
        Fact(written, "  ", GlossaryTextKeys.DefinitionSource, entry.DefinitionSource);
        if (entry.Definition.Length > 0 || entry.DefinitionReliability != Reliability.Unverified)
        {
            Fact(written, "  ", GlossaryTextKeys.DefinitionReliability, GlossaryTextKeys.Name(entry.DefinitionReliability));
        }

        Fact(written, "  ", GlossaryTextKeys.Note, entry.Note);
        Fact(written, "  ", GlossaryTextKeys.Source, entry.Source);
        foreach (var reference in entry.References)
        {
            written.Append("  ").Append(GlossaryFacts.Write(reference)).Append('\n');
        }

        Properties(written, "  ", entry.Properties);
        foreach (var section in entry.Languages)
        {
            foreach (var term in section.Terms)
            {
                Write(written, section.Language, term);
            }
        }
    }

    private static void Write(StringBuilder written, LanguageTag language, TermSection term)
    {
        written.Append("  ").Append(language.Value).Append(": ").Append(GlossaryFacts.Escape(term.Text)).Append('\n');
        Fact(written, "    ", GlossaryTextKeys.PartOfSpeech, term.PartOfSpeech);
        Fact(written, "    ", GlossaryTextKeys.Type, term.Type == TermType.FullForm ? "" : GlossaryTextKeys.Name(term.Type));
        Fact(written, "    ", GlossaryTextKeys.Status, term.Status == AdministrativeStatus.Preferred ? "" : GlossaryTextKeys.Name(term.Status));
        Fact(written, "    ", GlossaryTextKeys.Process, term.ProcessStatus == ProcessStatus.Approved ? "" : GlossaryTextKeys.Name(term.ProcessStatus));
        Fact(written, "    ", GlossaryTextKeys.Wording, term.Wording == Wording.Official ? "" : GlossaryTextKeys.Name(term.Wording));
        Fact(written, "    ", GlossaryTextKeys.Case, term.CaseSensitive ? GlossaryTextKeys.CaseExact : "");
        Fact(written, "    ", GlossaryTextKeys.ValidFrom, term.ValidFrom.ToString());
        Fact(written, "    ", GlossaryTextKeys.ValidTo, term.ValidTo.ToString());
        Fact(written, "    ", GlossaryTextKeys.Hanja, term.Hanja);
        Fact(written, "    ", GlossaryTextKeys.Context, term.Context);
        Fact(written, "    ", GlossaryTextKeys.ContextSource, term.ContextSource);
        Fact(written, "    ", GlossaryTextKeys.UsageNote, term.UsageNote);
        Fact(written, "    ", GlossaryTextKeys.Source, term.Source);
        Fact(written, "    ", GlossaryTextKeys.Reliability, GlossaryTextKeys.Name(term.Reliability));
        Fact(written, "    ", GlossaryTextKeys.Attestation, term.Attestation);
        Properties(written, "    ", term.Properties);
    }

    private static void Properties(StringBuilder written, string indent, ImmutableArray<Property> properties)
    {
        foreach (var property in properties)
        {
            written.Append(indent).Append(GlossaryTextKeys.Property).Append(": ").Append(GlossaryFacts.Write(property)).Append('\n');
        }
    }

    private static void Fact(StringBuilder written, string indent, string key, string value)
    {
        if (value.Length > 0)
        {
            written.Append(indent).Append(key).Append(": ").Append(GlossaryFacts.Escape(value)).Append('\n');
        }
    }
}
