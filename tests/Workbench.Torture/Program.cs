using System.Globalization;
using Workbench.Storage;
using Workbench.Torture;

// usage: Workbench.Torture FOLDER ROUND SEED
// Prints a line for each acknowledged change set, as Acknowledgement reads it, until somebody kills the process.
if (args is not [var folder, var round, var seed])
{
    await Console.Error.WriteLineAsync("usage: Workbench.Torture FOLDER ROUND SEED");
    return 2;
}

await using var workspace = await Workspace.OpenAsync(new DataFolder(folder), TimeProvider.System, CancellationToken.None);
await using var output = Console.OpenStandardOutput();
var acknowledgements = new AcknowledgementWriter(output);
var number = int.Parse(round, CultureInfo.InvariantCulture);
var random = int.Parse(seed, CultureInfo.InvariantCulture);

await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(
    () => new TortureWriter(workspace.Store, acknowledgements, writer, number, random).RunAsync(CancellationToken.None))));
return 0;
