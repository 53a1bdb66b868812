using System.CommandLine;
using Workbench.Core.Languages.Korean.Romanization;

namespace Workbench.Cli;

/// <summary><c>workbench romanize ["…"] --system ID</c>: Hangul in Latin letters, one line out for one line in.</summary>
internal sealed class RomanizeCommand : Command
{
    private readonly Argument<string?> _text = new("TEXT")
    {
        Description = "The text; without it, lines from standard input. A name may carry marks: 김|일성, 평성-시, 백두+산.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _system = new("--system")
    {
        Description = string.Join(", ", RomanizationSystems.All.Select(RomanizationSystems.Id)) + ".",
        Required = true,
    };

    public RomanizeCommand()
        : base("romanize", "Write Hangul in Latin letters.")
    {
        _system.AcceptOnlyFromAmong([.. RomanizationSystems.All.Select(RomanizationSystems.Id)]);
        Add(_text);
        Add(_system);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var system = RomanizationSystems.Find(arguments.GetValue(_system)!)!.Value;
        var output = arguments.InvocationConfiguration.Output;
        using var input = arguments.GetValue(_text) is { } text ? new StringReader(text) : Console.In;
        while (await input.ReadLineAsync(cancellationToken) is { } line)
        {
            await output.WriteLineAsync(Romanizer.Romanize(line, system));
        }

        return ExitCode.Done;
    }
}
