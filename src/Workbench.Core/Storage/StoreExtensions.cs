using System.Collections.Immutable;

namespace Workbench.Core.Storage;

public static class StoreExtensions
{
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static async ValueTask<T> GetAsync<T>(this IWorkspaceStore store, Id<T> id, CancellationToken cancellationToken)
        where T : Entity =>
        await store.FindAsync(id, cancellationToken)
        ?? throw new KeyNotFoundException($"There is no {typeof(T).Name} '{id}'.");

    public static ValueTask<ImmutableArray<T>> ListAsync<T>(
        this IWorkspaceStore store, string parentKey, CancellationToken cancellationToken) where T : Entity =>
        store.ListAsync<T>(parentKey, 0, int.MaxValue, cancellationToken);

    /// <summary>All of what hangs below nothing, such as the projects.</summary>
    public static ValueTask<ImmutableArray<T>> ListAsync<T>(this IWorkspaceStore store, CancellationToken cancellationToken)
        where T : Entity => store.ListAsync<T>(Entity.Workspace, cancellationToken);
}
