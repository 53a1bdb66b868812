using System.CommandLine;
using System.Text;
using Workbench.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var arguments = new RootCommand("Translate and keep a glossary without a screen.") { new SegmentCommand(), new TermsCommand() }.Parse(args);
var exitCode = await arguments.InvokeAsync();

return arguments.Errors.Count > 0 ? ExitCode.Usage : exitCode;
