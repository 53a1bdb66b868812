using System.Collections.Immutable;

namespace Workbench.Core.Languages.Korean.Romanization;

/// <summary>The systems by the identifiers that people write.</summary>
public static class RomanizationSystems
{
    /// <summary>Every system in the order in which it is offered.</summary>
    public static readonly ImmutableArray<RomanizationSystem> All = [.. Enum.GetValues<RomanizationSystem>()];

    public static string Id(this RomanizationSystem system) => system switch
    {
        RomanizationSystem.Dprk => "dprk",
        RomanizationSystem.Dprk2002 => "dprk-2002",
        RomanizationSystem.DprkPress => "dprk-press",
        RomanizationSystem.McCuneReischauer => "mr",
        RomanizationSystem.McCuneReischauerAlaLc => "mr-alalc",
        RomanizationSystem.Revised => "rr",
        RomanizationSystem.RevisedHyphenated => "rr-hyphen",
        _ => throw new ArgumentOutOfRangeException(nameof(system)),
    };

    /// <summary>The system of an identifier; null when there is none of that name.</summary>
    public static RomanizationSystem? Find(string id)
    {
        foreach (var system in All)
        {
            if (string.Equals(system.Id(), id, StringComparison.OrdinalIgnoreCase))
            {
                return system;
            }
        }

        return null;
    }

    internal static bool IsMcCuneReischauer(this RomanizationSystem system) =>
        system is RomanizationSystem.McCuneReischauer or RomanizationSystem.McCuneReischauerAlaLc;

    internal static bool IsRevised(this RomanizationSystem system) =>
        system is RomanizationSystem.Revised or RomanizationSystem.RevisedHyphenated;
}
