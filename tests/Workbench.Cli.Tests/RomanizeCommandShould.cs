using System.CommandLine;

namespace Workbench.Cli.Tests;

public sealed class RomanizeCommandShould
{
    [Theory]
    [InlineData("dprk", "Jang Sŏng Thaek")]
    [InlineData("dprk-2002", "Jang Sŏng Thaek")]
    [InlineData("dprk-press", "Jang Song Thaek")]
    [InlineData("mr", "Chang Sŏng-t’aek")]
    [InlineData("mr-alalc", "Chang Sŏng-t’aek")]
    [InlineData("rr", "Jang Seongtaek")]
    [InlineData("rr-hyphen", "Jang Seong-taek")]
    public async Task Write_a_name_by_each_system(string system, string expected)
    {
        var (exit, output, _) = await Run("장|성택", "--system", system);

        Assert.Equal(0, exit);
        Assert.Equal(expected, output.Trim());
    }

    [Fact]
    public async Task Give_a_line_for_a_line()
    {
        var (_, output, _) = await Run("원산\n\n함흥", "--system", "dprk");

        Assert.Equal(["Wŏnsan", "", "Hamhŭng"], output.TrimEnd().Split(Environment.NewLine));
    }

    [Fact]
    public async Task Name_the_systems_when_there_is_none_of_that_name()
    {
        var (exit, _, error) = await Run("원산", "--system", "yale");

        Assert.NotEqual(0, exit);
        Assert.Contains("mr-alalc", error, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Output, string Error)> Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await new RootCommand { new RomanizeCommand() }.Parse(["romanize", .. arguments])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = error });

        return (exit, output.ToString(), error.ToString());
    }
}
