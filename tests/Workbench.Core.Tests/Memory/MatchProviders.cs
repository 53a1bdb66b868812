using Workbench.Core.Memory;
using Workbench.Core.Storage;
using Workbench.TestKit.Memory;

namespace Workbench.Core.Tests.Memory;

public sealed class BruteForceMatchesShould : MatchProviderContract
{
    protected override IMatchProvider Open(IWorkspaceStore store) => new BruteForceMatches(store);
}

public sealed class MemoryMatchProviderShould : MatchProviderContract
{
    protected override IMatchProvider Open(IWorkspaceStore store) => new MemoryMatchProvider(store);
}
