using System.Globalization;

namespace Workbench.Cli;

/// <summary>One line on a terminal that says how far long work has come; silent where the error output is no terminal.</summary>
internal sealed class ProgressLine(TextWriter error, string what, int all) : IProgress<int>, IDisposable
{
    private readonly bool _isShown = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
    private int _percent = -1;

    public void Report(int value)
    {
        var percent = all == 0 ? 100 : (int)(value * 100L / all);
        if (_isShown && percent != _percent)
        {
            _percent = percent;
            error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{what}  {percent,3} %"));
        }
    }

    public void Dispose()
    {
        if (_percent >= 0)
        {
            error.Write("\r" + new string(' ', what.Length + 7) + "\r");
        }
    }
}
