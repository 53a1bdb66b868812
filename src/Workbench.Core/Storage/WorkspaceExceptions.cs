using Workbench.Core.Problems;

namespace Workbench.Core.Storage;

/// <summary>A workspace cannot be opened. <see cref="Problem"/> says why in words for people.</summary>
public abstract class WorkspaceException(Problem problem, Exception? cause = null) : Exception(problem.ToString(), cause)
{
    public Problem Problem { get; } = problem;
}

/// <summary>Another process, or another part of this one, has the workspace open.</summary>
/// <param name="folder">Where the workspace is; empty when it has no place.</param>
public sealed class WorkspaceInUseException(string folder, Exception? cause = null)
    : WorkspaceException(new Problem("workspace-in-use", ("folder", folder)), cause);

/// <summary>A newer version of the program wrote the workspace; this one would not understand all of it.</summary>
public sealed class WorkspaceTooNewException(int schema, int known)
    : WorkspaceException(new Problem("workspace-too-new", ("schema", schema), ("known", known)));

/// <summary>The workspace is there and cannot be read.</summary>
public sealed class WorkspaceDamagedException(string what, Exception? cause = null)
    : WorkspaceException(new Problem("workspace-damaged", ("what", what)), cause);
