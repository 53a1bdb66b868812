using System.Collections.Immutable;
using System.Text;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Segmentation;
using Workbench.Formats.PlainText;
using Workbench.Formats.Srx;

namespace Workbench.Formats.Tests.Segmentation;

/// <summary>The way from a text file to segments, as an import takes it.</summary>
internal static class Cutting
{
    public static ImmutableArray<string> Segments(string text, string language) =>
        [.. Units(text, language).SelectMany(unit => WorkbenchRules.SegmenterFor(LanguageTag.Of(language)).Cut(unit.Text)).Select(segment => segment.Source.Text)];

    public static ImmutableArray<RepairedUnit> Units(string text, string language) =>
        SeamRepair.Repair(Read(text).Units, LanguageTag.Of(language)).Units;

    public static ReadDocument Read(string text) =>
        new PlainTextFormat().ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), new ReadOptions(), CancellationToken.None).AsTask().GetAwaiter().GetResult().Value;

    /// <summary>As the conformance files compare: edges trimmed, white space collapsed.</summary>
    public static ImmutableArray<string> Compared(IEnumerable<string> segments) =>
        [.. segments.Select(segment => string.Join(' ', segment.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}
