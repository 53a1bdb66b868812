using Workbench.TestKit;

namespace Workbench.Formats.Tests;

/// <summary>The public test files of a format, where they are present.</summary>
internal static class Conformance
{
    /// <summary>Relative to <see cref="Repository.Conformance"/>; one name that no test opens where the folder is absent.</summary>
    public static IEnumerable<string> Files(string folder, string pattern)
    {
        if (Repository.Conformance is not { } root)
        {
            return ["absent"];
        }

        return Directory.EnumerateFiles(Path.Combine(root, folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>The full path of a file, or a test that skips.</summary>
    public static string File(params IEnumerable<string> parts)
    {
        Assert.SkipWhen(Repository.Conformance is null, "The conformance files are not here.");

        return Path.Combine([Repository.Conformance!, .. parts]);
    }
}
