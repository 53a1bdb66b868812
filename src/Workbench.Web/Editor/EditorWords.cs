using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using Workbench.Core;

namespace Workbench.Web.Editor;

/// <summary>What the script says by itself, by the names that it has for it.</summary>
internal static class EditorWords
{
    public static ImmutableDictionary<string, string> Of(IStringLocalizer<Strings> strings) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["label"] = strings["Editor_FieldLabel"],
        ["typing"] = strings["Editor_Status_Typing"],
        ["kept"] = strings["Editor_Status_Kept"],
        ["saved"] = strings["Editor_Status_Saved"],
        ["conflict"] = strings["Editor_Status_Conflict"],
        ["failed"] = strings["Editor_Status_Failed"],
        ["unkept"] = strings["Editor_Status_Unkept"],
        ["toolong"] = strings["Editor_Status_TooLong"],
        ["allSaved"] = strings["Editor_AllSaved"],
        ["waiting"] = strings["Editor_Waiting"],
        ["particle"] = strings["Editor_ParticleAgreed"],
        ["confirmEmpty"] = strings["Problem_confirm-empty"],
        ["allConfirmed"] = strings["Editor_AllConfirmed"],
        ["conflictAt"] = strings["Editor_ConflictAt"],
        ["notNow"] = strings["Editor_NotNow"],
    }.ToImmutableDictionary(StringComparer.Ordinal);
}
