using System.Globalization;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Localization;
using MudBlazor;
using MudBlazor.Services;
using Serilog.Extensions.Logging;
using Workbench.Core;
using Workbench.Core.Memory;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Storage;
using Workbench.Web.Editor;
using Workbench.Web.Export;
using Workbench.Web.Glossary;
using Workbench.Web.Glossary.Exchange;
using Workbench.Web.Home;
using Workbench.Web.Import;
using Workbench.Web.Localisation;
using Workbench.Web.Look;
using Workbench.Web.Session;

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
        // Files are found beside the program from any working folder, from build output and from publish alike.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        var options = builder.Configuration.GetSection(WorkbenchOptions.Section).Get<WorkbenchOptions>() ?? new WorkbenchOptions();
        if (ForeignAddress(builder.Configuration) is { } foreign)
        {
            return Fail("Host_NotLoopback", foreign);
        }

        var folder = DataFolder.Resolve(builder.Configuration["data"]);
        folder.Create();
        await using var log = FileLogging.Create(folder.Logs);
        using var loggers = new SerilogLoggerFactory(log);
        try
        {
            await using var workspace = await Workspace.OpenAsync(folder, TimeProvider.System, loggers, CancellationToken.None);
            await new Seeding(workspace, loggers.CreateLogger<Seeding>()).RunAsync(CancellationToken.None);

            return await ServeAsync(builder, options, workspace, log);
        }
        catch (WorkspaceInUseException)
        {
            return Fail("Host_InUse", folder.Path);
        }
        catch (WorkspaceException exception)
        {
            return Fail("Host_StoreRefused", folder.Path, ProblemText.Of(exception.Problem, CultureInfo.CurrentUICulture));
        }
    }

    private static async Task<int> ServeAsync(WebApplicationBuilder builder, WorkbenchOptions options, Workspace workspace, Serilog.ILogger log)
    {
        AddHost(builder, options, workspace, log);
        AddWorkspace(builder.Services, workspace);
        await using var app = builder.Build();
        Use(app);
        try
        {
            await app.StartAsync();
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            return Fail("Host_PortTaken", options.Port);
        }

        // Read while the first page is opened; a look-up before it is ready waits for what it needs.
        _ = app.Services.GetRequiredService<MemoryMatchProvider>().PrepareAsync(app.Lifetime.ApplicationStopping);
        Announce(app, options);
        await app.WaitForShutdownAsync();

        return Done;
    }

    private static void AddHost(WebApplicationBuilder builder, WorkbenchOptions options, Workspace workspace, Serilog.ILogger log)
    {
        // Not AddSerilog, which takes the levels of the settings away: the framework's own messages of a circuit hold what was typed.
        builder.Logging.AddProvider(new SerilogLoggerProvider(log));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ListenLocalhost(options.Port);
        });

        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton<LaunchToken>();
        services.AddDataProtection().SetApplicationName("Workbench")
            .PersistKeysToFileSystem(Directory.CreateDirectory(workspace.Folder.Keys));
        services.AddHttpContextAccessor();
        services.AddLocalization();
        services.AddMudServices(mud => mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomLeft);
        services.AddTransient<MudLocalizer, WorkbenchMudLocalizer>();
        services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            circuits.DisconnectedCircuitMaxRetained = 20;
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
        }).AddHubOptions(hub => hub.MaximumReceiveMessageSize = LargestMessage);
    }

    /// <summary>The workspace and what pages are made of. The workspace is closed by its opener, after the last request.</summary>
    private static void AddWorkspace(IServiceCollection services, Workspace workspace)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(workspace.Store);
        services.AddSingleton(workspace.Blobs);
        services.AddSingleton(new CurrentActor(workspace.Actor));
        services.AddTermExchange();
        services.AddScoped<LookScript>();
        services.AddTransient<HomeModel>();
        services.AddTransient<ImportModel>();
        services.AddSingleton<MemoryMatchProvider>();
        services.AddSingleton<IMatchProvider>(provider => provider.GetRequiredService<MemoryMatchProvider>());
        services.AddExports();
        services.AddEditor();
        services.AddGlossary();
    }

    private static void Use(WebApplication app)
    {
        app.UseFailurePage();
        app.UseSecurityHeaders();
        app.UseInterfaceLanguages();
        app.UseMiddleware<AccessGuard>();
        app.UseStatusCodePagesWithReExecute("/not-found");
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapInterfaceLanguageSwitch();
        app.MapExports();
        app.MapTermExports();
        app.MapGet("/", async (IWorkspaceStore store, CurrentActor actor, CancellationToken cancellationToken) =>
            Results.LocalRedirect(await LastPlace.StartPageAsync(store, actor.Id, cancellationToken)));
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(
            // Our own Content-Security-Policy says who may frame the page.
            interactive => interactive.ContentSecurityFrameAncestorsPolicy = null);
    }

    private static void Announce(WebApplication app, WorkbenchOptions options)
    {
        var strings = app.Services.GetRequiredService<IStringLocalizer<Strings>>();
        var address = app.Services.GetRequiredService<LaunchToken>().Address;
        Announcement.Print(strings["Host_Ready"], address);
        if (options.OpenBrowser)
        {
            SystemBrowser.Open(address, app.Logger);
        }
    }

    /// <summary>An address from the settings that is not loopback; null when there is none. Refused rather than passed over.</summary>
    private static string? ForeignAddress(ConfigurationManager configuration) =>
        (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .FirstOrDefault(address => !Uri.TryCreate(address, UriKind.Absolute, out var uri) || !uri.IsLoopback);

    private static int Fail(string key, params object[] arguments)
    {
        var words = ProblemText.Find(key, CultureInfo.CurrentUICulture) ?? key;
        Announcement.Fail(string.Format(CultureInfo.CurrentCulture, words, arguments));

        return Failed;
    }
}
