using System.Collections.Frozen;
using System.Globalization;

namespace Workbench.Formats.Tmx;

/// <summary>The names of TMX 1.4b, and the ones that are ours.</summary>
internal static class TmxVocabulary
{
    public const string Version = "1.4";
    public const string Tool = "Workbench";
    public const string AllLanguages = "*all*";

    /// <summary>Begins the types of our own properties, as TMX asks for (1.4b, <c>prop</c>: values are the tool's).</summary>
    public const string Own = "x-wb-";

    /// <summary>Says which characters of the segment a code stands for, then the code's key: <see cref="TmxSegment"/>.</summary>
    public const string Reads = Own + "reads:";
    public const string Display = Own + "display:";
    public const string CanDelete = Own + "can-delete:";

    private const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";

    // In the order in which they are written.
    public static readonly (string Name, string Default)[] HeaderAttributes =
    [
        ("creationtool", Tool),
        ("creationtoolversion", typeof(TmxVocabulary).Assembly.GetName().Version?.ToString(3) ?? "0"),
        ("segtype", "sentence"),
        ("o-tmf", Tool),
        ("adminlang", "en"),
        ("srclang", AllLanguages),
        ("datatype", "plaintext"),
        ("o-encoding", ""),
        ("creationdate", ""),
        ("creationid", ""),
        ("changedate", ""),
        ("changeid", ""),
    ];

    public static readonly FrozenSet<string> UnitAttributes = FrozenSet.Create(StringComparer.Ordinal,
        "tuid", "o-encoding", "datatype", "usagecount", "lastusagedate", "creationtool", "creationtoolversion",
        "creationdate", "creationid", "changedate", "segtype", "changeid", "o-tmf", "srclang");

    public static readonly FrozenSet<string> VariantAttributes = FrozenSet.Create(StringComparer.Ordinal,
        "o-encoding", "datatype", "usagecount", "lastusagedate", "creationtool", "creationtoolversion",
        "creationdate", "creationid", "changedate", "o-tmf", "changeid");

    public static string Date(DateTimeOffset at) => at.ToUniversalTime().ToString(DateFormat, CultureInfo.InvariantCulture);

    public static DateTimeOffset? ParseDate(string date) => DateTimeOffset.TryParseExact(
        date, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
