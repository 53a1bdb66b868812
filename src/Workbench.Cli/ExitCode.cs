namespace Workbench.Cli;

/// <summary>What the program ends with.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The input was refused; the reason is on standard error.</summary>
    public const int Refused = 1;

    /// <summary>The command was not understood.</summary>
    public const int Usage = 2;

    /// <summary>The machine failed, or the workspace is in use; one sentence on standard error says which.</summary>
    public const int Failed = 3;
}
