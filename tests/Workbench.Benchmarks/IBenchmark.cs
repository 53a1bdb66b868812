namespace Workbench.Benchmarks;

/// <summary>One question about speed, answered with figures and the baseline in the same run. Found by scan.</summary>
internal interface IBenchmark
{
    /// <summary>The command: kebab-case.</summary>
    string Name { get; }

    /// <summary>The question, for the usage.</summary>
    string Summary { get; }

    Task RunAsync(IReadOnlyList<string> arguments, TextWriter output);
}
