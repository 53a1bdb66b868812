using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Workbench.Core.Problems;

namespace Workbench.Cli;

/// <summary>How every command answers: results on the output, reasons on the error output.</summary>
internal static class CommandAnswers
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // The output goes to a terminal or a file, never into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>An option that there is not would otherwise be taken for a name: <c>import a.txt --projct Trade</c>.</summary>
    public static T WithoutOptions<T>(this T argument) where T : Argument
    {
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-') && token.Value.Length > 1))
            {
                result.AddError($"There is no option '{token.Value}'.");
            }
        });

        return argument;
    }

    public static Task WriteAsync(this ParseResult arguments, string line) =>
        arguments.InvocationConfiguration.Output.WriteLineAsync(line);

    public static Task WriteJsonAsync<T>(this ParseResult arguments, T value) =>
        arguments.WriteAsync(JsonSerializer.Serialize(value, Json));

    public static Task SayAsync(this ParseResult arguments, string sentence) =>
        arguments.InvocationConfiguration.Error.WriteLineAsync(sentence);

    /// <summary>Says why, and returns the exit code.</summary>
    public static async Task<int> RefuseAsync(this ParseResult arguments, int exitCode, params IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            await arguments.SayAsync(ProblemText.Of(problem, CultureInfo.CurrentUICulture));
        }

        return exitCode;
    }
}
