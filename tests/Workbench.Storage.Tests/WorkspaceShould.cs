using Workbench.Core.Storage;

namespace Workbench.Storage.Tests;

public sealed class WorkspaceShould : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Make_everything_at_the_first_opening_and_find_it_at_the_next()
    {
        ActorId actor;
        StoreInfo info;
        await using (var first = await OpenAsync())
        {
            (actor, info) = (first.Actor, first.Store.Info);
            Assert.NotNull(await first.Store.FindAsync(actor, Cancellation));
        }

        await using var second = await OpenAsync();

        Assert.Equal(actor, second.Actor);
        Assert.Equal(info, second.Store.Info);
        Assert.Equal(new StoreInfo("litedb", LiteWorkspaceStore.SchemaVersion, info.StoreId, Epoch: 1), info);
        Assert.Single(await second.Store.ListAsync<Actor>(Cancellation));
        Assert.True(Directory.Exists(second.Folder.Keys) && Directory.Exists(second.Folder.Logs) && Directory.Exists(second.Folder.Blobs));
    }

    [Fact]
    public async Task Be_open_once_at_a_time()
    {
        await using (await OpenAsync())
        {
            var refused = await Assert.ThrowsAsync<WorkspaceInUseException>(async () => await OpenAsync());
            Assert.Equal("workspace-in-use", refused.Problem.Code);
            Assert.Equal(("folder", _temporary.Folder.Path), refused.Problem.Arguments[0]);
        }

        await using var free = await OpenAsync();
    }

    [Fact]
    public async Task Free_its_lock_when_it_cannot_be_opened()
    {
        _temporary.Folder.Create();
        await File.WriteAllBytesAsync(_temporary.Folder.Database, new byte[20_000], Cancellation);
        await Assert.ThrowsAsync<WorkspaceDamagedException>(async () => await OpenAsync());
        File.Delete(_temporary.Folder.Database);

        await using var opened = await OpenAsync();
    }

    [Fact]
    public async Task Be_for_its_owner_alone()
    {
        await using var opened = await OpenAsync();

        if (!OperatingSystem.IsWindows()) // Which keeps a person's application data to that person by itself.
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_temporary.Folder.Path));
        }
    }

    [Theory]
    [InlineData("/given", "/set", "/given")]
    [InlineData(null, "/set", "/set")]
    [InlineData("", "/set", "/set")]
    public void Lie_where_it_is_told_to(string? option, string? variable, string expected) => Assert.Equal(
        Path.GetFullPath(expected), DataFolder.Resolve(option, name => name == "WORKBENCH_DATA" ? variable : null).Path);

    [Fact]
    public void Lie_with_the_persons_data_when_nothing_is_told()
    {
        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);

        Assert.Equal(Path.Combine(local, "Workbench"), DataFolder.Resolve(null, _ => null).Path);
    }

    private async ValueTask<Workspace> OpenAsync() => await Workspace.OpenAsync(_temporary.Folder, TimeProvider.System, Cancellation);
}
