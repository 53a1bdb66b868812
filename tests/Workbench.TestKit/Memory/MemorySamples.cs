using CsCheck;
using Workbench.Core.Memory;
using Workbench.Core.Text;

namespace Workbench.TestKit.Memory;

/// <summary>Units and texts for tests of a memory.</summary>
public static class MemorySamples
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Pieces =
    [
        "trade", "foreign", "minister", "the", "of", "export", "is", "was", "a", "로동", "당", "경애하는", "령도자", "김일성", "대외무역", "의", "을",
        " ", " ", " ", ", ", ". ", "-", "—", "《", "》", "12", "2026", "3.5", "%s", "{0}", "😀", "👩‍🚀", "é", "e\u0301", "\u1112\u1161\u11AB", "한", "\u00A0", "朝鮮",
        "Ａ", "X", "aaaa", "\u200B", "\uF113",
    ];

    /// <summary>Texts of some pieces, from none, that are like one another often enough.</summary>
    public static Gen<string> Text(int most) => Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[0, most].Select(string.Concat);

    /// <summary>A text as it is after some letters of it were typed anew.</summary>
    public static string Edited(string text, int edits, int seed)
    {
        var random = new Random(seed);
        var runes = text.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        for (var edit = 0; edit < edits; edit++)
        {
            var at = random.Next(runes.Count + 1);
            var piece = Pieces[random.Next(Pieces.Length)];
            switch (random.Next(3))
            {
                case 0 when at < runes.Count:
                    runes.RemoveAt(at);
                    break;
                case 1 when at < runes.Count:
                    runes[at] = piece[..(char.IsHighSurrogate(piece[0]) ? 2 : 1)];
                    break;
                default:
                    runes.Insert(at, piece);
                    break;
            }
        }

        return string.Concat(runes);
    }

    public static TranslationUnit Unit(string key, string source, string memory = "memory-1") => Unit(key, InlineText.Of(source), memory);

    public static TranslationUnit Unit(string key, InlineText source, string memory = "memory-1") => new()
    {
        Id = new(key),
        MemoryId = new(memory),
        Source = source,
        Target = InlineText.Of($"target of {key}"),
        CreatedBy = new ActorId("actor-1"),
        CreatedAt = Noon,
    };
}
