using Workbench.Core.Problems;
using Workbench.Core.Storage;

namespace Workbench.Core.Work;

/// <summary>Says what became of a change set as the problem that a person is told.</summary>
public static class CommitProblems
{
    /// <summary>Why a change is not durable; null when it is.</summary>
    /// <param name="conflict">The code of what is said when something is not as the person saw it.</param>
    public static Problem? ProblemOf(this CommitResult result, string conflict) => result switch
    {
        CommitResult.Rejected rejected => rejected.Problem,
        CommitResult.Unavailable unavailable => unavailable.Problem,
        CommitResult.Conflict => new Problem(conflict),
        _ => null,
    };
}
