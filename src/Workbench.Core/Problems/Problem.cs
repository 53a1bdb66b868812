using System.Collections.Immutable;
using System.Globalization;

namespace Workbench.Core.Problems;

/// <summary>Where in an input something is. Lines and columns count from 1; 0 means that it is not known.</summary>
/// <param name="Part">The part of a package or the file's name; empty when there is only one.</param>
public readonly record struct Place(int Line, int Column = 0, string Part = "");

/// <summary>How much a <see cref="Problem"/> stops.</summary>
public enum Severity
{
    /// <summary>The input was taken; the person should know this.</summary>
    Warning,

    /// <summary>The input was refused.</summary>
    Error,
}

/// <summary>
/// What is wrong with an input, for the person who gave it. The words come from <see cref="Strings"/> under the key
/// <c>Problem_</c> + <see cref="Code"/>, with the arguments by name; code and arguments never change with the language.
/// </summary>
public sealed record Problem
{
    public Problem(string code, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        Code = code;
        Arguments = [.. arguments];
    }

    /// <summary>Kebab-case and stable: <c>text-encoding</c>.</summary>
    public string Code { get; }

    public ImmutableArray<(string Name, object Value)> Arguments { get; }

    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>Null when the problem is with the whole.</summary>
    public Place? Place { get; init; }

    public Problem AsWarning() => this with { Severity = Severity.Warning };

    public Problem At(Place place) => this with { Place = place };

    /// <summary>For logs and tests; people read the text of <see cref="Strings"/>.</summary>
    public override string ToString()
    {
        var arguments = string.Join(", ", Arguments.Select(
            argument => string.Create(CultureInfo.InvariantCulture, $"{argument.Name}={argument.Value}")));

        return Place is { } place
            ? string.Create(CultureInfo.InvariantCulture, $"{Code}({arguments}) at {place.Part}:{place.Line}:{place.Column}")
            : $"{Code}({arguments})";
    }
}
