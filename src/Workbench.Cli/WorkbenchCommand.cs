using System.CommandLine;
using System.Globalization;
using Workbench.Core;
using Workbench.Core.Problems;
using Workbench.Core.Storage;

namespace Workbench.Cli;

/// <summary><c>workbench</c> with all its commands, and the one place where what goes wrong becomes an exit code.</summary>
internal sealed class WorkbenchCommand : RootCommand
{
    private WorkbenchCommand()
        : base("Translate and keep a glossary without a screen.")
    {
        Add(new SegmentCommand());
        Add(new TermsCommand());
        Add(new RomanizeCommand());
        Add(new ImportCommand());
        Add(new ExportCommand());
        Add(new StatsCommand());
    }

    public static async Task<int> RunAsync(string[] arguments, InvocationConfiguration configuration)
    {
        // What fails is said below in one sentence, not with a stack trace.
        configuration.EnableDefaultExceptionHandler = false;
        try
        {
            var parsed = new WorkbenchCommand().Parse(arguments);
            var exitCode = await parsed.InvokeAsync(configuration);

            return parsed.Errors.Count > 0 ? ExitCode.Usage : exitCode;
        }
        catch (WorkspaceException exception)
        {
            return await FailAsync(configuration, ProblemText.Of(exception.Problem, CultureInfo.CurrentUICulture));
        }
        catch (OperationCanceledException)
        {
            return await FailAsync(configuration, Strings.Get("Cli_Cancelled", CultureInfo.CurrentUICulture));
        }
        catch (Exception exception)
        {
            return await FailAsync(configuration, Strings.Get("Cli_Failed", CultureInfo.CurrentUICulture, ("reason", exception.Message)));
        }
    }

    private static async Task<int> FailAsync(InvocationConfiguration configuration, string sentence)
    {
        await configuration.Error.WriteLineAsync(sentence);

        return ExitCode.Failed;
    }
}
