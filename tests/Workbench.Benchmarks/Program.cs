Console.Error.WriteLine("usage: Workbench.Benchmarks COMMAND");
return 2;
