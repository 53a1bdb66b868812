using Workbench.Web.Hosting;

return await WorkbenchHost.RunAsync(args);
