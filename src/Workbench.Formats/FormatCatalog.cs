using System.Collections.Immutable;
using Workbench.Core.Exchange;
using Workbench.Formats.PlainText;

namespace Workbench.Formats;

/// <summary>Every format of this assembly, found by type: adding one is adding its file.</summary>
public static class FormatCatalog
{
    public static ImmutableArray<IDocumentFormat> Documents { get; } = Find<IDocumentFormat>();

    public static ImmutableArray<IBilingualFormat> Bilingual { get; } = Find<IBilingualFormat>();

    public static ImmutableArray<IMemoryFormat> Memories { get; } = Find<IMemoryFormat>();

    public static ImmutableArray<ITermFormat> Terms { get; } = Find<ITermFormat>();

    /// <summary>The format that reads a file: by its extension, else by a look at its first bytes.</summary>
    /// <param name="head">The first bytes of the file, or all of them.</param>
    /// <returns>Null when none does.</returns>
    public static IDocumentFormat? DocumentFor(string fileName, ReadOnlySpan<byte> head)
    {
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        foreach (var format in Documents)
        {
            if (format.Extensions.Contains(extension, StringComparer.Ordinal))
            {
                return format;
            }
        }

        foreach (var format in Documents)
        {
            if (format.Recognizes(head))
            {
                return format;
            }
        }

        return null;
    }

    /// <summary>Whether text can be read and written in an encoding of this name, as IANA names it.</summary>
    public static bool KnowsEncoding(string name) => TextEncodings.Find(name) is not null;

    private static ImmutableArray<T> Find<T>() where T : class =>
    [
        .. typeof(FormatCatalog).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(T)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (T)Activator.CreateInstance(type)!),
    ];
}
