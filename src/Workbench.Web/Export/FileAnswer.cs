using Microsoft.Net.Http.Headers;

namespace Workbench.Web.Export;

/// <summary>
/// Answers a request with what was made whole in memory before its first byte is sent: packages are written with a stream that waits.
/// </summary>
internal static class FileAnswer
{
    /// <summary>As a file to keep, under a name that means something.</summary>
    public static Task DownloadAsync(HttpContext context, MemoryStream content, string name, string mediaType)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        context.Response.Headers.ContentDisposition = disposition.ToString();

        return ShowAsync(context, content, mediaType);
    }

    public static async Task ShowAsync(HttpContext context, MemoryStream content, string mediaType)
    {
        context.Response.ContentType = mediaType;
        content.Position = 0;
        await content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
