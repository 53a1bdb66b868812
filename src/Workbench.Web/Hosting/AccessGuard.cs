using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Localization;

using Workbench.Core;

namespace Workbench.Web.Hosting;

/// <summary>
/// Lets in the person at this machine and nobody else: the host must be a loopback name (against DNS rebinding), an origin must be
/// our own (against pages that open a socket to us), and the browser must have traded a <see cref="LaunchToken"/> for a cookie.
/// The cookie is protected with keys in the data folder, so it outlives a restart.
/// </summary>
public sealed partial class AccessGuard(
    RequestDelegate next,
    WorkbenchOptions options,
    LaunchToken token,
    IDataProtectionProvider protection,
    TimeProvider clock,
    IStringLocalizer<Strings> strings,
    ILogger<AccessGuard> logger)
{
    public const string StartPath = "/start";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    private readonly IDataProtector _protector = protection.CreateProtector("Workbench.Access.v1");

    /// <summary>Cookies are shared by all ports of a host: the name tells this app's from another's.</summary>
    private string CookieName => string.Create(CultureInfo.InvariantCulture, $"workbench-access-{options.Port}");

    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsOwnHost(context.Request.Host))
        {
            await RefuseAsync(context, "Access_ForeignHost", context.Request.Host.Value ?? "");
        }
        else if (!IsOwnOrigin(context.Request.Headers.Origin.ToString()))
        {
            await RefuseAsync(context, "Access_ForeignOrigin", context.Request.Headers.Origin.ToString());
        }
        else if (context.Request.Host.Host != "127.0.0.1" && HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Redirect($"{options.Origin}{context.Request.Path}{context.Request.QueryString}");
        }
        else if (context.Request.Path == StartPath)
        {
            await StartAsync(context);
        }
        else if (HasAccess(context.Request))
        {
            await next(context);
        }
        else
        {
            await AskForTheAddressAsync(context);
        }
    }

    private bool IsOwnHost(HostString host) =>
        host.Port == options.Port && host.Host is "127.0.0.1" or "localhost" or "[::1]";

    /// <summary>Browsers send an origin with every request that could do harm from another page; its absence is an ordinary visit.</summary>
    private bool IsOwnOrigin(string origin) => origin.Length == 0 || origin == options.Origin;

    private bool HasAccess(HttpRequest request)
    {
        if (request.Cookies[CookieName] is not { Length: > 0 } cookie)
        {
            return false;
        }

        try
        {
            var granted = long.Parse(_protector.Unprotect(cookie), CultureInfo.InvariantCulture);

            return clock.GetUtcNow().UtcTicks - granted < Lifetime.Ticks;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or OverflowException)
        {
            return false;
        }
    }

    private async Task StartAsync(HttpContext context)
    {
        if (HasAccess(context.Request))
        {
            context.Response.Redirect("/");
        }
        else if (token.TryRedeem(context.Request.Query["token"].ToString()))
        {
            context.Response.Cookies.Append(
                CookieName,
                _protector.Protect(clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture)),
                new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = Lifetime, Path = "/", IsEssential = true });
            LogLetIn(logger);
            Announcement.Print(strings["Access_Another"], token.Address);
            context.Response.Redirect("/");
        }
        else
        {
            await AskForTheAddressAsync(context);
        }
    }

    private Task AskForTheAddressAsync(HttpContext context) => PlainPage.WriteAsync(
        context, StatusCodes.Status401Unauthorized, strings["Access_Title"], strings["Access_Explanation"]);

    private async Task RefuseAsync(HttpContext context, string reason, string value)
    {
        LogRefused(logger, reason, value);
        context.Response.Headers.CacheControl = "no-store";
        await PlainPage.WriteAsync(context, StatusCodes.Status403Forbidden, strings["Access_Refused"], strings[reason]);
    }

    [LoggerMessage(EventId = 1001, Level = LogLevel.Information, Message = "A browser was let in with the launch token")]
    private static partial void LogLetIn(ILogger logger);

    [LoggerMessage(EventId = 1002, Level = LogLevel.Warning, Message = "Refused a request: {Reason} {Value}")]
    private static partial void LogRefused(ILogger logger, string reason, string value);
}
