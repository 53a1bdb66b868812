using System.Collections.Immutable;

namespace Workbench.Core.Problems;

public static class Result
{
    public static Result<T> Success<T>(T value, params ReadOnlySpan<Problem> warnings) where T : class => new(value, [.. warnings]);

    public static Result<T> Failure<T>(params ReadOnlySpan<Problem> problems) where T : class => new(null, [.. problems]);
}

/// <summary>What came of reading an input: a value, perhaps with warnings, or the reasons why there is none.</summary>
public sealed class Result<T> where T : class
{
    private readonly T? _value;

    internal Result(T? value, ImmutableArray<Problem> problems)
    {
        if (value is null && problems.IsEmpty)
        {
            throw new ArgumentException("A failure says why.", nameof(problems));
        }

        _value = value;
        Problems = problems;
    }

    public bool Succeeded => _value is not null;

    /// <exception cref="InvalidOperationException">There is none; <see cref="Problems"/> says why.</exception>
    public T Value => _value ?? throw new InvalidOperationException($"No value: {string.Join("; ", Problems)}");

    /// <summary>Warnings when there is a value, reasons when there is none.</summary>
    public ImmutableArray<Problem> Problems { get; }
}
