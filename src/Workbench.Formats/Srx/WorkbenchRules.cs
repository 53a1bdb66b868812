using Workbench.Core.Languages;
using Workbench.Core.Segmentation;

namespace Workbench.Formats.Srx;

/// <summary>Our own segmentation rules, kept as the SRX file beside this class.</summary>
public static class WorkbenchRules
{
    private const string Resource = "Workbench.Formats.Srx.Rules.workbench.srx";

    private static readonly Lazy<SegmentationRules> Loaded = new(Load);

    public static SegmentationRules All => Loaded.Value;

    /// <summary>A new segmenter for one document in <paramref name="language"/>.</summary>
    public static Segmenter SegmenterFor(LanguageTag language) => Segmenter.Of(All, language);

    private static SegmentationRules Load()
    {
        using var file = typeof(WorkbenchRules).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource '{Resource}' is missing.");

        return SrxFormat.Read(file).Value;
    }
}
