using System.Collections.Immutable;
using System.Globalization;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Terminology;
using Workbench.Formats.Xml;

namespace Workbench.Formats.Xliff;

/// <summary>The terms that occur in a unit (2.1, 5.2 Glossary Module): term, renderings by the project's policy, definition.</summary>
internal sealed class XliffGlossary(XmlOutput output, BilingualDocument document, BilingualOptions options)
{
    private readonly ImmutableHashSet<string> _wanted = [.. document.Concepts.Select(concept => concept.Key)];

    public void Write(ImmutableArray<BilingualRow> rows)
    {
        var entries = rows.SelectMany(row => row.Terms)
            .Where(hit => options.WithGlossary && _wanted.Contains(hit.Concept.Key))
            .DistinctBy(hit => (hit.Concept.Key, hit.Term.Text))
            .Select(hit => (hit.Term, hit.Concept, Renderings: RenderingsOf(hit.Concept), Definition: DefinitionOf(hit.Concept)))
            // An entry has a rendering or a definition.
            .Where(entry => entry.Renderings.Length > 0 || entry.Definition.Length > 0)
            .ToArray();
        if (entries.Length == 0)
        {
            return;
        }

        Start("glossary");
        for (var index = 0; index < entries.Length; index++)
        {
            var entry = entries[index];
            Start("glossEntry");
            output.Attribute("id", string.Create(CultureInfo.InvariantCulture, $"g{index + 1}"));
            Own("concept", entry.Concept.ConceptId);
            Write("term", entry.Term.Text, entry.Term.Source, entry.Term);
            foreach (var rendering in entry.Renderings)
            {
                Write("translation", rendering.Text, rendering.Source, rendering);
            }

            if (entry.Definition.Length > 0)
            {
                WriteDefinition(entry.Concept);
            }

            output.Writer.WriteEndElement();
        }

        output.Writer.WriteEndElement();
    }

    private ImmutableArray<TermSection> RenderingsOf(ConceptEntry concept)
    {
        var usable = concept.TermsIn(document.Project.TargetLanguage)
            .Where(term => term.ProcessStatus != ProcessStatus.Rejected && term.Status != AdministrativeStatus.Deprecated)
            .Where(term => options.WithUnverified || term.Reliability != Reliability.Unverified)
            .DistinctBy(term => term.Text, StringComparer.Ordinal)
            .ToArray();
        var official = usable.Where(term => term.Wording == Wording.Official).ToArray();
        var neutral = usable.Where(term => term.Wording == Wording.Neutral).ToArray();

        return document.Project.Wording switch
        {
            WordingPolicy.Neutral => [.. neutral, .. official],
            WordingPolicy.OfficialWithNotes => [.. official, .. neutral],
            _ => official.Length > 0 ? [.. official] : [.. neutral],
        };
    }

    private string DefinitionOf(ConceptEntry concept) =>
        options.WithUnverified || concept.DefinitionReliability != Reliability.Unverified ? concept.Definition : "";

    private void Write(string name, string text, string source, TermSection term)
    {
        Start(name);
        output.OptionalAttribute("source", source);
        if (term.Hanja.Length > 0)
        {
            Own("hanja", term.Hanja);
        }

        if (name == "translation")
        {
            Own("wording", term.Wording.ToString().ToLowerInvariant());
        }

        if (term.Reliability == Reliability.Unverified)
        {
            Own("reliability", "unverified");
        }

        output.Text(text);
        output.Writer.WriteEndElement();
    }

    private void WriteDefinition(ConceptEntry concept)
    {
        Start("definition");
        output.OptionalAttribute("source", concept.DefinitionSource);
        if (concept.DefinitionReliability == Reliability.Unverified)
        {
            Own("reliability", "unverified");
        }

        output.Text(concept.Definition);
        output.Writer.WriteEndElement();
    }

    private void Start(string name) => output.Writer.WriteStartElement("gls", name, XliffVocabulary.Glossary);

    private void Own(string name, string value) =>
        output.Writer.WriteAttributeString(XliffVocabulary.OwnPrefix, name, XliffVocabulary.Own, output.Clean(value));
}
