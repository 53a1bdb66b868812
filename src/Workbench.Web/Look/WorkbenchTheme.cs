using MudBlazor;

namespace Workbench.Web.Look;

/// <summary>
/// Calm and dense: paper and ink, one blue for what can be acted on, and state colours that are told apart without their icons
/// only by accident, never by need. Contrast of text is at least 4.5:1 in both palettes (WCAG 2.2, 1.4.3).
/// </summary>
internal static class WorkbenchTheme
{
    private static readonly string[] Fonts =
    [
        "Noto Sans", "Segoe UI", "system-ui", "Noto Sans KR", "Noto Sans CJK KR", "Malgun Gothic", "Apple SD Gothic Neo", "sans-serif",
    ];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#1f5f8b",
            Secondary = "#5b5570",
            Tertiary = "#0b6b57",
            Info = "#1f5f8b",
            Success = "#1d6b3a",
            Warning = "#8a5300",
            Error = "#a8231c",
            Dark = "#2a2e34",
            Background = "#f6f6f3",
            Surface = "#ffffff",
            AppbarBackground = "#ffffff",
            AppbarText = "#22262b",
            DrawerBackground = "#ffffff",
            TextPrimary = "#1f2328",
            TextSecondary = "#54595f",
            TextDisabled = "#6d7278",
            ActionDefault = "#4c5259",
            LinesDefault = "#dcdcd6",
            LinesInputs = "#84898f",
            TableLines = "#e4e4de",
            Divider = "#dcdcd6",
            OverlayLight = "rgba(246,246,243,.6)",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#7cb8e4",
            PrimaryContrastText = "#0d1a24",
            Secondary = "#b8afd0",
            SecondaryContrastText = "#17131f",
            Tertiary = "#6fcab3",
            TertiaryContrastText = "#0a1c17",
            Info = "#7cb8e4",
            InfoContrastText = "#0d1a24",
            Success = "#7fcb97",
            SuccessContrastText = "#0b1c11",
            Warning = "#e6b366",
            WarningContrastText = "#241803",
            Error = "#f0938b",
            ErrorContrastText = "#290907",
            Dark = "#d5d8dc",
            DarkContrastText = "#16181b",
            Black = "#16181b",
            Background = "#16181b",
            BackgroundGray = "#1d2024",
            Surface = "#1d2024",
            AppbarBackground = "#1d2024",
            AppbarText = "#e6e8ea",
            DrawerBackground = "#1d2024",
            TextPrimary = "#e6e8ea",
            TextSecondary = "#b0b5bb",
            TextDisabled = "#949aa1",
            ActionDefault = "#b9bec4",
            LinesDefault = "#363b41",
            LinesInputs = "#848b93",
            TableLines = "#2c3136",
            Divider = "#363b41",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "4px", AppbarHeight = "44px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = ".875rem", LineHeight = "1.5", LetterSpacing = "normal" },
            H1 = new H1Typography { FontFamily = Fonts, FontSize = "1.375rem", FontWeight = "600", LineHeight = "1.3", LetterSpacing = "normal" },
            H2 = new H2Typography { FontFamily = Fonts, FontSize = "1.125rem", FontWeight = "600", LineHeight = "1.35", LetterSpacing = "normal" },
            H3 = new H3Typography { FontFamily = Fonts, FontSize = "1rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
            H6 = new H6Typography { FontFamily = Fonts, FontSize = "1rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Fonts, FontSize = ".9375rem", LineHeight = "1.55", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Fonts, FontSize = ".875rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Fonts, FontSize = ".875rem", FontWeight = "500", TextTransform = "none", LetterSpacing = "normal" },
            Caption = new CaptionTypography { FontFamily = Fonts, FontSize = ".8125rem", LineHeight = "1.45", LetterSpacing = "normal" },
        },
    };
}
