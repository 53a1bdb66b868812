namespace Workbench.Web.Hosting;

/// <summary>
/// The headers of every answer. Inline styles stay allowed because MudBlazor renders them (MudBlazor issue 4529); scripts are only
/// ever our own files.
/// </summary>
internal static class SecurityHeaders
{
    public const string ContentSecurityPolicy =
        "default-src 'self'; base-uri 'self'; object-src 'none'; frame-ancestors 'none'; form-action 'self'; " +
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; script-src 'self'; " +
        "style-src 'self' 'unsafe-inline'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";

        return next(context);
    });
}
