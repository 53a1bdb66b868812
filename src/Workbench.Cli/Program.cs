using System.CommandLine;
using System.Text;
<<<<<<< HEAD
using Workbench.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var arguments = new RootCommand("Translate and keep a glossary without a screen.") { new SegmentCommand() }.Parse(args);
var exitCode = await arguments.InvokeAsync();

return arguments.Errors.Count > 0 ? ExitCode.Usage : exitCode;
=======
using Workbench.Cli.Commands;

const int wrongUsage = 2;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand("Translate and keep a glossary without a screen.") { new TermsCommand() };
var parsed = root.Parse(args);
var exitCode = await parsed.InvokeAsync();

return parsed.Errors.Count > 0 ? wrongUsage : exitCode;
>>>>>>> 92be1f8 (Find terms from the command line)
