using Workbench.Core.Languages.Korean;
using Workbench.TestKit;

namespace Workbench.Core.Tests.Languages;

public sealed class JosaShould
{
    private static readonly string[][] Rows =
    [
        .. File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Workbench.Core.Tests", "Languages", "josa-vectors.csv")).Skip(1)
            .Where(line => line.Length > 0).Select(line => line.Split(',')),
    ];

    public static TheoryData<string> Ids { get; } = [.. Rows.Select(row => row[0])];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Choose_the_form_that_the_vectors_ask_for(string id)
    {
        var row = Rows.Single(row => row[0] == id);
        string[] particles = ["을", "이", "은", "와", "으로", "이나", "이라는"];

        Assert.Equal(row[3..10], particles.Select(particle => Josa.After(row[1], particle)));
    }

    [Theory]
    [InlineData("대외무역", "으로부터", "으로부터")]
    [InlineData("강철", "으로부터", "로부터")]
    [InlineData("《조선로동당(WPK)》", "는", "은")]
    [InlineData("1,000", "를", "을")]
    [InlineData("100", "로", "으로")]
    [InlineData("20%", "을", "를")]
    public void Choose_by_what_is_read_aloud(string word, string particle, string expected) =>
        Assert.Equal(expected, Josa.After(word, particle));

    [Fact]
    public void Leave_alone_what_has_one_form() => Assert.Null(Josa.After("당", "에서"));

    [Theory]
    [InlineData("를 한다", "를")]
    [InlineData("로서의 일", "로서")]
    [InlineData("과의 관계", "과")]
    [InlineData("가치", null)]
    [InlineData("나라", null)]
    [InlineData("에서", null)]
    public void Read_a_particle_only_where_nothing_but_particles_follows(string rest, string? expected) =>
        Assert.Equal(expected, Josa.Read(rest) is var (_, length) ? rest[..length] : null);
}
