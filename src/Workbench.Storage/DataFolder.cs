namespace Workbench.Storage;

/// <summary>Where a workspace is kept, and what lies where in it.</summary>
/// <param name="Path">Absolute.</param>
public sealed record DataFolder(string Path)
{
    /// <summary>Names the folder in the environment.</summary>
    public const string Variable = "WORKBENCH_DATA";

    /// <summary>Held open, and so locked, for as long as a process uses the workspace.</summary>
    public string LockFile => System.IO.Path.Combine(Path, "workspace.lock");

    public string Database => System.IO.Path.Combine(Path, "workspace.db");

    /// <summary>What the database has written and not yet moved into <see cref="Database"/>; the name is LiteDB's own.</summary>
    public string DatabaseLog => System.IO.Path.Combine(Path, "workspace-log.db");

    /// <summary>Original files and other large bytes, named by their hash.</summary>
    public string Blobs => System.IO.Path.Combine(Path, "blobs");

    /// <summary>The keys that protect cookies.</summary>
    public string Keys => System.IO.Path.Combine(Path, "keys");

    /// <summary>Rolling logs; never the text being translated.</summary>
    public string Logs => System.IO.Path.Combine(Path, "logs");

    /// <summary>The folder that is asked for: by the option, else by the environment, else the system's place for local data.</summary>
    /// <param name="option">The value of <c>--data</c>; null or empty when it was not given.</param>
    public static DataFolder Resolve(string? option) => Resolve(option, Environment.GetEnvironmentVariable);

    internal static DataFolder Resolve(string? option, Func<string, string?> environment) =>
        new(System.IO.Path.GetFullPath(FirstGiven(option, environment(Variable)) ?? System.IO.Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "Workbench")));

    /// <summary>Makes the folder and its parts, for their owner alone where the system knows how.</summary>
    public void Create()
    {
        foreach (var folder in (string[])[Path, Blobs, Keys, Logs])
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
    }

    private static string? FirstGiven(params ReadOnlySpan<string?> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (!string.IsNullOrEmpty(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
