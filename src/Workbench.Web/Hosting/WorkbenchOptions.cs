namespace Workbench.Web.Hosting;

/// <summary>The settings under <c>Workbench:*</c>.</summary>
public sealed class WorkbenchOptions
{
    public const string Section = "Workbench";

    /// <summary>
    /// The one port, on loopback. Drafts that a browser keeps belong to the address, so a port that is taken is refused with a
    /// sentence and never replaced by another.
    /// </summary>
    public int Port { get; set; } = 5280;

    /// <summary>Opens the system's browser at the launch address; on in a self-contained publish, off elsewhere.</summary>
    public bool OpenBrowser { get; set; } = BringsItsRuntime;

    /// <summary>The one origin that pages are served from; other loopback names redirect here.</summary>
    public string Origin => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}");

    /// <summary>Whether the program came as a self-contained folder: its people double-click it and look at no terminal.</summary>
    private static bool BringsItsRuntime => File.Exists(Path.Combine(AppContext.BaseDirectory, "System.Private.CoreLib.dll"));
}
