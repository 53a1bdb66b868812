using System.Globalization;
using System.Text.Encodings.Web;

namespace Workbench.Web.Hosting;

/// <summary>A page for when the app itself cannot be shown: one heading, one paragraph, no script, no file.</summary>
internal static class PlainPage
{
    public static async Task WriteAsync(HttpContext context, int status, string title, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync($$"""
            <!DOCTYPE html>
            <html lang="{{CultureInfo.CurrentUICulture.Name}}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{Encoded(title)}} · Workbench</title>
            <style>
            :root { color-scheme: light dark; }
            body { font-family: system-ui, "Noto Sans KR", "Noto Sans CJK KR", "Malgun Gothic", "Apple SD Gothic Neo", sans-serif;
                   max-width: 34rem; margin: 20vh auto 0; padding: 0 1.5rem; line-height: 1.6; }
            h1 { font-size: 1.35rem; font-weight: 600; }
            </style>
            </head>
            <body><main><h1>{{Encoded(title)}}</h1><p>{{Encoded(text)}}</p></main></body>
            </html>
            """, context.RequestAborted);
    }

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
