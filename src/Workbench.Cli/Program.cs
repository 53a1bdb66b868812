using System.CommandLine;

var root = new RootCommand("Translate and keep a glossary without a screen.");

return await root.Parse(args).InvokeAsync();
