using CsCheck;
using Workbench.Core.Memory;
using Workbench.TestKit.Memory;

namespace Workbench.Core.Tests.Memory;

/// <summary>The bit-parallel distances against the textbook's.</summary>
public sealed class EditPatternShould
{
    private static readonly Gen<string> Text = Gen.OneOf(Gen.Int[0, 20], Gen.Int[55, 75], Gen.Int[120, 135], Gen.Int[250, 330])
        .SelectMany(length => Gen.Int[0, 8].Select(index => "abcde로동\u0001 "[index]).Array[length]).Select(string.Concat);

    [Fact]
    public void Count_as_the_textbook_does() =>
        Gen.Select(Text, Text, Gen.Int[0, 400]).Sample((one, other, most) => AssertSame(one, other, most), iter: 400, threads: 1);

    [Fact]
    public void Count_a_few_edits_of_a_long_text() =>
        Gen.Select(Text, Gen.Int[0, 60], Gen.Int[0, 1000], Gen.Int[0, 90]).Sample(
            (text, edits, seed, most) => AssertSame(text, MemorySamples.Edited(text, edits, seed), most), iter: 400, threads: 1);

    [Fact]
    public void Forget_the_pattern_before()
    {
        var pattern = new EditPattern();
        pattern.Compile(new string('x', 300));
        pattern.Compile("abc");

        Assert.Equal(3, pattern.Distance("xxx", 5));
        Assert.Equal(1, pattern.Distance("abx", 5));
    }

    private static void AssertSame(string one, string other, int most)
    {
        var pattern = new EditPattern();
        pattern.Compile(one);
        var distance = BruteForceMatches.Distance(one, other);
        var eight = new int[EditPattern.Lanes];
        pattern.Distances(other, new int[EditPattern.Lanes], other.Length, most, eight);

        Assert.All([pattern.Distance(other, most), .. eight], found => Assert.Equal(distance > most ? most + 1 : distance, Math.Min(found, most + 1)));
    }
}
