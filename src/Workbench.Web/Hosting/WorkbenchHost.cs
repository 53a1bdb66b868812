using Microsoft.Extensions.Localization;
using MudBlazor;
using MudBlazor.Services;
using Workbench.Core;
using Workbench.Web.Home;
using Workbench.Web.Localisation;
using Workbench.Web.Look;

namespace Workbench.Web.Hosting;

/// <summary>Puts the parts together and runs them: one process, one workspace, one port on loopback.</summary>
internal static class WorkbenchHost
{
    private const int Done = 0;
    private const int Failed = 3;

    /// <summary>The largest message of a circuit in bytes: a draft of 20,000 Hangul syllables, escaped as JSON, fits.</summary>
    private const int LargestMessage = 256 * 1024;

    /// <returns>The exit code: 0 done, 3 the machine failed or the workspace is in use.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = CreateBuilder(args);
        var options = builder.Configuration.GetSection(WorkbenchOptions.Section).Get<WorkbenchOptions>() ?? new WorkbenchOptions();
        AddServices(builder, options);
        await using var app = builder.Build();
        Use(app);

        return await StartAsync(app, options);
    }

    private static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // Files are found beside the program from any working folder, from build output and from publish alike.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();

        return builder;
    }

    private static void AddServices(WebApplicationBuilder builder, WorkbenchOptions options)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ListenLocalhost(options.Port);
        });

        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<LaunchToken>();
        services.AddHttpContextAccessor();
        services.AddLocalization();
        services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomLeft;
            mud.SnackbarConfiguration.PreventDuplicates = false;
        });
        services.AddTransient<MudLocalizer, WorkbenchMudLocalizer>();
        services.AddScoped<LookScript>();
        services.AddTransient<HomeModel>();
        services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            circuits.DisconnectedCircuitMaxRetained = 20;
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
        }).AddHubOptions(hub => hub.MaximumReceiveMessageSize = LargestMessage);
    }

    private static void Use(WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseInterfaceLanguages();
        app.UseMiddleware<AccessGuard>();
        app.UseStatusCodePagesWithReExecute("/not-found");
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapInterfaceLanguageSwitch();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(
            // Our own Content-Security-Policy says who may frame the page.
            interactive => interactive.ContentSecurityFrameAncestorsPolicy = null);
    }

    private static async Task<int> StartAsync(WebApplication app, WorkbenchOptions options)
    {
        var strings = app.Services.GetRequiredService<IStringLocalizer<Strings>>();
        if (ForeignAddress(app.Configuration) is { } foreign)
        {
            Announcement.Fail(strings["Host_NotLoopback", foreign]);
            return Failed;
        }

        try
        {
            await app.StartAsync();
        }
        catch (IOException exception) when (exception.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            Announcement.Fail(strings["Host_PortTaken", options.Port]);
            return Failed;
        }

        var address = app.Services.GetRequiredService<LaunchToken>().Address;
        Announcement.Print(strings["Host_Ready"], address);
        if (options.OpenBrowser)
        {
            SystemBrowser.Open(address, app.Services.GetRequiredService<ILogger<WebApplication>>());
        }

        await app.WaitForShutdownAsync();

        return Done;
    }

    /// <summary>An address from the settings that is not loopback; null when there is none. Refused rather than passed over.</summary>
    private static string? ForeignAddress(IConfiguration configuration) =>
        (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .FirstOrDefault(address => !Uri.TryCreate(address, UriKind.Absolute, out var uri) || !uri.IsLoopback);
}
