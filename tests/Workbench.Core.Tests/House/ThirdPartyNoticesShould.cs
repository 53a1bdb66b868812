namespace Workbench.Core.Tests.House;

public sealed class ThirdPartyNoticesShould
{
    /// <summary>After a package has changed: <c>WORKBENCH_WRITE_NOTICES=1 tests/run Core</c> writes the file anew.</summary>
    [Fact]
    public void Say_what_the_restored_packages_say()
    {
        var expected = ThirdPartyNotices.Compose();
        if (Environment.GetEnvironmentVariable("WORKBENCH_WRITE_NOTICES") == "1")
        {
            File.WriteAllText(ThirdPartyNotices.Path, expected);
        }

        Assert.Equal(expected, File.ReadAllText(ThirdPartyNotices.Path).ReplaceLineEndings("\n"));
    }
}
