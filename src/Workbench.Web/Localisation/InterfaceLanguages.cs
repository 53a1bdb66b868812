using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Workbench.Web.Localisation;

/// <summary>
/// The languages of the interface: English, and every language that <c>Strings.&lt;tag&gt;.resx</c> brought a satellite assembly for.
/// </summary>
internal static class InterfaceLanguages
{
    public const string SwitchPath = "/language";

    public static IReadOnlyList<CultureInfo> All { get; } =
    [
        CultureInfo.GetCultureInfo("en"),
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "Workbench.Core.resources.dll", SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file)!))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(CultureInfo.GetCultureInfo),
    ];

    public static string SwitchAddress(CultureInfo culture, string returnTo) =>
        $"{SwitchPath}?culture={culture.Name}&to={Uri.EscapeDataString("/" + returnTo)}";

    /// <summary>By the person's choice in a cookie, else by what the browser asks for.</summary>
    public static IApplicationBuilder UseInterfaceLanguages(this IApplicationBuilder app)
    {
        app.UseRequestLocalization(options =>
        {
            options.SupportedCultures = [.. All];
            options.SupportedUICultures = [.. All];
            options.DefaultRequestCulture = new RequestCulture("en");
            options.RequestCultureProviders =
            [
                new CookieRequestCultureProvider(),
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });

        // The socket of a circuit reads the cookie, not what the browser asks for: the first answer writes it down.
        return app.Use((context, next) =>
        {
            if (!context.Request.Cookies.ContainsKey(CookieRequestCultureProvider.DefaultCookieName))
            {
                Remember(context.Response, CultureInfo.CurrentUICulture);
            }

            return next(context);
        });
    }

    public static void MapInterfaceLanguageSwitch(this IEndpointRouteBuilder routes) =>
        routes.MapGet(SwitchPath, (HttpContext context, string culture, string to) =>
        {
            if (All.FirstOrDefault(known => known.Name == culture) is { } chosen)
            {
                Remember(context.Response, chosen);
            }

            return Results.LocalRedirect(IsLocal(to) ? to : "/");
        });

    private static bool IsLocal(string address) =>
        address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal);

    private static void Remember(HttpResponse response, CultureInfo culture) => response.Cookies.Append(
        CookieRequestCultureProvider.DefaultCookieName,
        CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
        new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Strict, HttpOnly = true, IsEssential = true, Path = "/" });
}
