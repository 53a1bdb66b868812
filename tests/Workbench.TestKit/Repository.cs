namespace Workbench.TestKit;

/// <summary>Where the tests find the repository's own files and, where they are present, the public test files beside it.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>Workbench.sln</c>.</summary>
    public static string Root { get; } = Find();

    /// <summary>The folder of public conformance files, or null where it is absent: tests that need it then skip, saying so.</summary>
    public static string? Conformance { get; } = Existing(Path.Combine(Root, "..", "shared", "conformance"));

    public static string Seed => Path.Combine(Root, "seeds", "foreign-trade-immortal-exploits.en.txt");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Workbench.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run from a folder below Workbench.sln.");
    }

    private static string? Existing(string folder) => Directory.Exists(folder) ? Path.GetFullPath(folder) : null;
}
