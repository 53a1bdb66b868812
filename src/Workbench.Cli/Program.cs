using System.CommandLine;
using System.Text;
using Workbench.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

return await WorkbenchCommand.RunAsync(args, new InvocationConfiguration());
