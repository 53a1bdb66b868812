using System.Collections.Immutable;
using Workbench.Core.Exchange;

namespace Workbench.Formats;

/// <summary>Every format of this assembly, found by type: adding one is adding its file.</summary>
public static class FormatCatalog
{
    public static ImmutableArray<IDocumentFormat> Documents { get; } = Find<IDocumentFormat>();

    public static ImmutableArray<IBilingualFormat> Bilingual { get; } = Find<IBilingualFormat>();

    public static ImmutableArray<IMemoryFormat> Memories { get; } = Find<IMemoryFormat>();

    public static ImmutableArray<ITermFormat> Terms { get; } = Find<ITermFormat>();

    private static ImmutableArray<T> Find<T>() where T : class =>
    [
        .. typeof(FormatCatalog).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(T)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (T)Activator.CreateInstance(type)!),
    ];
}
