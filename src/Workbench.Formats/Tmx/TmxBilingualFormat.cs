using System.Collections.Immutable;
using System.Globalization;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Memory;
using Workbench.Core.Text;
using Workbench.Formats.Xml;

namespace Workbench.Formats.Tmx;

/// <summary>The confirmed segments of a document as a memory: TMX 1.4b.</summary>
public sealed class TmxBilingualFormat : IBilingualFormat
{
    public string Id => "tmx";

    public string Extension => ".tmx";

    public string MediaType => "application/x-tmx+xml";

    public async ValueTask WriteAsync(
        BilingualDocument document, BilingualOptions options, Stream output, CancellationToken cancellationToken)
    {
        await using var writer = new TmxWriter(output);
        writer.Start(HeaderOf(document, options));
        foreach (var row in document.Rows.Where(row => row.Segment is { IsConfirmed: true, Target.IsEmpty: false }))
        {
            await writer.WriteAsync(UnitOf(row, document, options), cancellationToken);
        }

        await writer.FinishAsync(cancellationToken);
    }

    private static MemoryHeader HeaderOf(BilingualDocument document, BilingualOptions options) => new()
    {
        SourceLanguage = document.Project.SourceLanguage,
        Attributes =
        [
            new Property("adminlang", options.InterfaceLanguage),
            new Property("creationdate", TmxVocabulary.Date(document.ExportedAt)),
            new Property("creationid", document.Translator),
        ],
        Properties =
        [
            .. ExportFacts.Of(document, options).Where(fact => fact.Type != "statement")
                .Select(fact => new MemoryProperty($"{TmxVocabulary.Own}{fact.Category}-{fact.Type}", fact.Value)),
        ],
        Notes =
        [
            .. ExportFacts.Statements(document.Project, options)
                .Select(statement => new MemoryNote(statement) { Language = options.InterfaceLanguage }),
        ],
    };

    private static MemoryUnit UnitOf(BilingualRow row, BilingualDocument document, BilingualOptions options)
    {
        var segment = row.Segment;
        var data = document.Units.FirstOrDefault(unit => unit.Id == segment.UnitId)?.OriginalData ?? ImmutableDictionary<string, string>.Empty;
        var replaced = XmlCharacters.Clean(segment.Source.Text).Replaced + XmlCharacters.Clean(segment.Target.Text).Replaced;

        return new MemoryUnit
        {
            Attributes =
            [
                new Property("tuid", segment.Id.Value),
                .. segment.ChangedAt is { } changed ? [new Property("changedate", TmxVocabulary.Date(changed))] : Array.Empty<Property>(),
            ],
            Properties =
            [
                new MemoryProperty(TmxVocabulary.Own + "document", document.Document.FileName),
                new MemoryProperty(TmxVocabulary.Own + "number", row.Number.ToString(CultureInfo.InvariantCulture)),
                new MemoryProperty(TmxVocabulary.Own + "state", segment.State.ToString().ToLowerInvariant()),
                // XML has no controls, and TMX no way around it.
                .. replaced > 0
                    ? [new MemoryProperty(TmxVocabulary.Own + "replaced-characters", replaced.ToString(CultureInfo.InvariantCulture))]
                    : Array.Empty<MemoryProperty>(),
            ],
            Notes = options.WithNotes ? [.. row.Notes.Select(note => new MemoryNote(note.Text))] : [],
            Variants =
            [
                VariantOf(document.Project.SourceLanguage, segment.Source, data),
                VariantOf(document.Project.TargetLanguage, segment.Target, data),
            ],
        };
    }

    private static MemoryVariant VariantOf(LanguageTag language, InlineText text, ImmutableDictionary<string, string> data) => new()
    {
        Language = language,
        Text = text,
        Codes = data.ToImmutableDictionary(entry => entry.Key, entry => new MemoryCode(entry.Value), StringComparer.Ordinal),
    };
}
