using Workbench.Core.Documents;
using Workbench.Core.Storage;

namespace Workbench.Core.Work;

/// <summary>
/// Takes the confirmation of a segment away; its text stays. The memory keeps the unit: its other segments go on being served,
/// and confirming again writes the same unit anew.
/// </summary>
public sealed class UnconfirmSegment(IWorkspaceStore store, TimeProvider clock)
{
    private readonly SetState _setState = new(store, clock);

    /// <param name="seen">The segment as the person saw it. Another text by now is refused as <c>segment-changed</c>.</param>
    public ValueTask<EditResult> RunAsync(CommandId command, ActorId actor, Segment seen, CancellationToken cancellationToken) =>
        _setState.RunAsync(command, actor, seen, SegmentState.Initial, cancellationToken);
}
