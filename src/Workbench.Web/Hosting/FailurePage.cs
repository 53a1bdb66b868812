using Microsoft.Extensions.Localization;
using Workbench.Core;
using Workbench.Web.Localisation;

namespace Workbench.Web.Hosting;

/// <summary>
/// What a browser is shown when a request outside a circuit fails, such as a download: a page that says what happens to the text
/// instead of an empty answer. It may stand in a frame of our own, because a preview does.
/// </summary>
internal static class FailurePage
{
    public static IApplicationBuilder UseFailurePage(this IApplicationBuilder app) => app.UseExceptionHandler(failed =>
    {
        // Whatever the failed answer had set is gone: its headers and its language are set anew.
        failed.UseSecurityHeaders();
        failed.UseInterfaceLanguages();
        failed.Run(WriteAsync);
    });

    private static Task WriteAsync(HttpContext context)
    {
        var strings = context.RequestServices.GetRequiredService<IStringLocalizer<Strings>>();
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
        context.Response.Headers.CacheControl = "no-store";

        return PlainPage.WriteAsync(
            context,
            StatusCodes.Status500InternalServerError,
            strings["Failure_Title"],
            $"{strings["Failure_TextIsSafe"]} {strings["Failure_WhatNow"]}");
    }
}
