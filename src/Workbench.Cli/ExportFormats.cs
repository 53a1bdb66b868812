using System.Collections.Immutable;
using Workbench.Core.Exchange;
using Workbench.Formats;

namespace Workbench.Cli;

/// <summary>What export formats are called on a command line: by id, by extension, or <see cref="Translation"/>.</summary>
internal static class ExportFormats
{
    /// <summary>The translation alone, in the original's own format.</summary>
    public const string Translation = "translation";

    private static readonly ImmutableArray<string> TranslationNames = [Translation, "target", "text", "txt"];

    public static IEnumerable<string> Names => [Translation, .. FormatCatalog.Bilingual.Select(ShortName).Order(StringComparer.Ordinal)];

    /// <returns>The format, with null in it for the translation alone; null where the name is unknown.</returns>
    public static Choice? Find(string name)
    {
        if (TranslationNames.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return new Choice(null);
        }

        return FormatCatalog.Bilingual.FirstOrDefault(format => IsCalled(format, name)) is { } found ? new Choice(found) : null;
    }

    /// <returns>Null for the translation alone.</returns>
    public static IBilingualFormat? Choose(string? name, string? output) =>
        name is not null ? Find(name)?.Format : Find(Path.GetExtension(output ?? "").TrimStart('.'))?.Format;

    private static bool IsCalled(IBilingualFormat format, string name) =>
        name.Length > 0 && ((string[])[format.Id, ShortName(format), format.Extension.TrimStart('.')]).Contains(name, StringComparer.OrdinalIgnoreCase);

    private static string ShortName(IBilingualFormat format) => format.Id.Split('-')[0];

    /// <param name="Format">Null for the translation alone.</param>
    public sealed record Choice(IBilingualFormat? Format);
}
