using Workbench.Benchmarks;

var benchmarks = typeof(IBenchmark).Assembly.GetTypes()
    .Where(type => type.IsAssignableTo(typeof(IBenchmark)) && !type.IsAbstract)
    .Select(type => (IBenchmark)Activator.CreateInstance(type)!)
    .OrderBy(benchmark => benchmark.Name, StringComparer.Ordinal)
    .ToArray();

if (args is [var name, .. var rest] && benchmarks.FirstOrDefault(benchmark => benchmark.Name == name) is { } chosen)
{
    await chosen.RunAsync(rest, Console.Out);
    return 0;
}

await Console.Error.WriteLineAsync("usage: Workbench.Benchmarks COMMAND");
foreach (var benchmark in benchmarks)
{
    await Console.Error.WriteLineAsync($"  {benchmark.Name,-12} {benchmark.Summary}");
}

return 2;
