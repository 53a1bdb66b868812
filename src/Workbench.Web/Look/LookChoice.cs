using System.Globalization;

namespace Workbench.Web.Look;

public enum Theme
{
    /// <summary>As the system is set.</summary>
    System,
    Light,
    Dark,
}

/// <summary>How a person wants the app to look on this device. Kept in a cookie, so that the first bytes of a page already have it.</summary>
/// <param name="TextSize">In percent of the ordinary size: one of <see cref="TextSizes"/>.</param>
public sealed record LookChoice(Theme Theme, int TextSize)
{
    public const string CookieName = "workbench-look";

    public static readonly LookChoice Default = new(Theme.System, 100);

    public static IReadOnlyList<int> TextSizes { get; } = [90, 100, 112, 125, 150];

    /// <summary>As style sheets and the script know it: <c>system</c>, <c>light</c>, <c>dark</c>.</summary>
    public string ThemeName => Theme.ToString().ToLowerInvariant();

    /// <summary>Anything that is not such a cookie is the default.</summary>
    public static LookChoice Parse(string? cookie) =>
        cookie?.Split('.') is [var theme, var size]
        && Enum.TryParse<Theme>(theme, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed)
        && int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && TextSizes.Contains(percent)
            ? new LookChoice(parsed, percent)
            : Default;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ThemeName}.{TextSize}");
}
