using System.Collections.Immutable;
using Workbench.Core.Languages;
using Workbench.Core.Terminology;

namespace Workbench.Web.Glossary;

/// <summary>What searching does not change; counted anew when a glossary has changed.</summary>
/// <param name="Glossary">The key of a glossary; empty for all.</param>
internal sealed record KnownGlossary(
    string Glossary, ImmutableArray<LanguageTag> Languages, ImmutableArray<string> SubjectFields, int Total)
{
    public static KnownGlossary Of(string glossary, GlossaryIndex index)
    {
        ImmutableArray<GlossaryId> wanted = glossary.Length == 0 ? [] : [new GlossaryId(glossary)];

        return new KnownGlossary(
            glossary,
            index.Languages,
            index.SubjectFields(wanted.AsSpan()),
            index.Glossaries.Where(shown => wanted.IsEmpty || wanted.Contains(shown.Id)).Sum(shown => index.Count(shown.Id)));
    }
}
