using Workbench.Core.Problems;

namespace Workbench.Storage.Codecs;

/// <summary>A text cannot be kept. Never leaves the project: the store answers with <see cref="Problem"/>.</summary>
internal sealed class TextRefusedException(Problem problem) : Exception(problem.ToString())
{
    public Problem Problem { get; } = problem;
}
