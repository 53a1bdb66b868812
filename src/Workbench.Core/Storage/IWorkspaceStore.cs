using System.Collections.Immutable;

namespace Workbench.Core.Storage;

/// <param name="Engine">Such as <c>litedb</c> or <c>memory</c>.</param>
/// <param name="StoreId">Unique to this store; drafts in a browser carry it, so that they never go to another one.</param>
public sealed record StoreInfo(string Engine, int SchemaVersion, string StoreId, int Epoch);

/// <summary>
/// Keeps a workspace. The contract suite in the TestKit says what each member must do; every store passes it.
/// </summary>
public interface IWorkspaceStore : IAsyncDisposable
{
    StoreInfo Info { get; }

    /// <summary>The sequence of the newest change; 0 in an empty store.</summary>
    long LastSequence { get; }

    /// <summary>Writes all or nothing. Durable when it returns <see cref="CommitResult.Committed"/>.</summary>
    ValueTask<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancellationToken);

    /// <returns>Null when there is none.</returns>
    ValueTask<T?> FindAsync<T>(Id<T> id, CancellationToken cancellationToken) where T : Entity;

    /// <summary>Children of a parent in order, a page at a time.</summary>
    /// <param name="skip">How many to leave out; a page is read through the index, never by a scan.</param>
    /// <param name="take">At most this many; <see cref="int.MaxValue"/> for all.</param>
    ValueTask<ImmutableArray<T>> ListAsync<T>(string parentKey, int skip, int take, CancellationToken cancellationToken)
        where T : Entity;

    ValueTask<int> CountAsync<T>(string parentKey, CancellationToken cancellationToken) where T : Entity;

    /// <summary>All with this <see cref="Entity.LookupKey"/>, by key.</summary>
    ValueTask<ImmutableArray<T>> LookUpAsync<T>(string lookupKey, CancellationToken cancellationToken) where T : Entity;

    /// <summary>The changes after <paramref name="sequence"/>, in order and without gaps, as far as they are written now.</summary>
    IAsyncEnumerable<Change> ReadChangesAsync(long sequence, CancellationToken cancellationToken);

    /// <summary>Raised after a change is durable, in order, on a thread of the store's. A handler only takes notes and returns.</summary>
    event Action<Change>? Committed;
}

/// <summary>Originals and other large bytes, named by their SHA-256 in lower-case hexadecimal.</summary>
public interface IBlobStore
{
    /// <summary>Durable when it returns; storing the same bytes again changes nothing.</summary>
    ValueTask<string> PutAsync(Stream content, CancellationToken cancellationToken);

    /// <exception cref="KeyNotFoundException">There is none of this name.</exception>
    ValueTask<Stream> OpenAsync(string name, CancellationToken cancellationToken);
}
