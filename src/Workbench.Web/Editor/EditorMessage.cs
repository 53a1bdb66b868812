using System.Collections.Immutable;
using System.Globalization;
using Workbench.Core.Documents;
using Workbench.Core.Storage;

namespace Workbench.Web.Editor;

/// <summary>What the script sends: one text for one segment. The same message may come twice; its command id tells.</summary>
/// <param name="Kind"><c>draft</c>, <c>leave</c>, <c>confirm</c>, <c>unconfirm</c>, or <c>yield</c>: the text gives way to what someone else wrote.</param>
/// <param name="BasedOn">As <see cref="VersionText"/> writes it.</param>
/// <param name="Text">In <see cref="Core.Text.CodeNotation"/>.</param>
/// <param name="Origin">As <see cref="TargetOrigin"/> is named, in any case.</param>
public sealed record EditorMessage(
    string Command, string Kind, string Segment, string BasedOn, string Tab, long Sequence, string Text, string Origin);

/// <summary>What the script is told.</summary>
/// <param name="Outcome"><c>saved</c>, <c>alternative</c>, <c>rejected</c> or <c>unavailable</c>; the first two free the outbox.</param>
/// <param name="Version">Of the segment as it now is; empty when it is gone.</param>
/// <param name="Text">The segment's target as it now is.</param>
/// <param name="Reason">For a person; empty when there is nothing to say.</param>
public sealed record EditorAnswer(string Outcome, string Version, string Text, string Reason);

/// <summary>A place to mark in the text being typed, in UTF-16 code units of the text as it is typed.</summary>
/// <param name="Severity"><c>warning</c> or <c>error</c>.</param>
public sealed record EditorMark(int Start, int Length, string Severity);

/// <summary>A row that the script asked for because it is not drawn.</summary>
public sealed record FoundRow(string Segment, int Number, string Text, string Version, string Source, string Codes, string Terms);

/// <summary>What the script begins with.</summary>
/// <param name="Store">Drafts that the browser keeps carry it, so that they never go to another store.</param>
/// <param name="Longest">The longest text that is sent, in UTF-16 code units; a longer one stays on the device, with a warning.</param>
/// <param name="Docked">The document is long: rows have one height, and the row in use is shown in full below them.</param>
/// <param name="DraftTabs">The tabs that the workspace has drafts of; those that are gone are finished.</param>
public sealed record EditorOptions(
    string Store,
    string Document,
    string Lang,
    string Dir,
    int Longest,
    bool Docked,
    int RowHeight,
    ImmutableArray<EditorCommand> Commands,
    ImmutableArray<string> DraftTabs,
    ImmutableDictionary<string, string> Words);

/// <summary>Versions as the script carries them: <c>epoch.sequence</c>.</summary>
internal static class VersionText
{
    public static string Write(EntityVersion version) => string.Create(CultureInfo.InvariantCulture, $"{version.Epoch}.{version.Sequence}");

    /// <summary>What is no version is <see cref="EntityVersion.None"/>: the text is then kept beside the segment's, never over it.</summary>
    public static EntityVersion Read(string text) =>
        text.Split('.') is [var epoch, var sequence]
        && int.TryParse(epoch, NumberStyles.None, CultureInfo.InvariantCulture, out var life)
        && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new EntityVersion(life, number)
            : EntityVersion.None;
}
