using System.Text;
using Workbench.Core.Problems;

namespace Workbench.Core.Storage;

/// <summary>What every store asks of a change set before it looks at what is stored.</summary>
public static class ChangeSetRules
{
    /// <summary>The longest key, in UTF-8 bytes: two of them and an order fit into an index key.</summary>
    public const int MaxKeyBytes = 400;

    /// <summary>The longest <see cref="Entity.LookupKey"/>, in UTF-16 code units.</summary>
    public const int MaxLookupKeyLength = 200;

    /// <summary>What a refused text is called: a lone surrogate or U+0000 somewhere in an entity.</summary>
    public const string TextNotStorable = "text-not-storable";

    /// <summary>Why the change set will never be taken, or null.</summary>
    public static Problem? FirstProblem(ChangeSet changes)
    {
        if (changes.Operations.Length > ChangeSet.MaxOperations)
        {
            return new Problem(
                "change-set-too-large", ("count", changes.Operations.Length), ("limit", ChangeSet.MaxOperations));
        }

        var seen = new HashSet<(Type, string)>();
        foreach (var subject in changes.Operations.Select(operation => operation.Subject))
        {
            if (!seen.Add((subject.GetType(), subject.Key)))
            {
                return new Problem("entity-changed-twice", ("entity", subject.Key));
            }

            if (!IsKey(subject.Key) || !IsKey(subject.ParentKey) || subject.LookupKey.Length > MaxLookupKeyLength)
            {
                return new Problem("key-not-storable", ("entity", subject.Key));
            }
        }

        return null;
    }

    /// <summary>What a store answers to a text that may not be kept.</summary>
    /// <param name="at">Where, in UTF-16 code units.</param>
    public static Problem NotStorable(string entity, string field, int at) =>
        new(TextNotStorable, ("entity", entity), ("field", field), ("at", at));

    private static bool IsKey(string key) => key.Length > 0 && Encoding.UTF8.GetByteCount(key) <= MaxKeyBytes;
}
