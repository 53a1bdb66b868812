using System.Collections.Frozen;

namespace Workbench.Core.Segmentation;

/// <summary>The properties of characters that ICU and Java patterns name, as .NET writes them.</summary>
internal static class UnicodeProperty
{
    private static readonly FrozenDictionary<string, string> Sets = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Letter"] = @"\p{L}",
        ["Alpha"] = @"\p{L}\p{Nl}",
        ["Alphabetic"] = @"\p{L}\p{Nl}",
        ["Uppercase_Letter"] = @"\p{Lu}",
        ["Upper"] = @"\p{Lu}",
        ["Uppercase"] = @"\p{Lu}",
        ["Lowercase_Letter"] = @"\p{Ll}",
        ["Lower"] = @"\p{Ll}",
        ["Lowercase"] = @"\p{Ll}",
        ["Titlecase_Letter"] = @"\p{Lt}",
        ["Number"] = @"\p{N}",
        ["Decimal_Number"] = @"\p{Nd}",
        ["Digit"] = @"\p{Nd}",
        ["Alnum"] = @"\p{L}\p{Nl}\p{Nd}",
        ["Word"] = @"\w",
        ["Punctuation"] = @"\p{P}",
        ["Punct"] = @"\p{P}",
        ["Symbol"] = @"\p{S}",
        ["Mark"] = @"\p{M}",
        ["Separator"] = @"\p{Z}",
        ["Control"] = @"\p{Cc}",
        ["Cntrl"] = @"\p{Cc}",
        ["Space"] = @"\s",
        ["White_Space"] = @"\s",
        ["WhiteSpace"] = @"\s",
        ["Blank"] = @"\t\p{Zs}",
        ["XDigit"] = "0-9A-Fa-f",
        ["ASCII"] = @"\u0000-\u007F",
        ["Latin"] = @"A-Za-z\u00AA\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02B8\u1E00-\u1EFF\u2C60-\u2C7F\uA722-\uA787\uFF21-\uFF3A\uFF41-\uFF5A",
        ["Greek"] = @"\u0370-\u0373\u0375-\u03FF\u1F00-\u1FFE",
        ["Cyrillic"] = @"\u0400-\u052F\u1C80-\u1C88\u2DE0-\u2DFF\uA640-\uA69F",
        ["Armenian"] = @"\u0531-\u058F\uFB13-\uFB17",
        ["Hebrew"] = @"\u0591-\u05F4\uFB1D-\uFB4F",
        ["Arabic"] = @"\u0600-\u06FF\u0750-\u077F\u08A0-\u08FF\uFB50-\uFDFF\uFE70-\uFEFC",
        ["Devanagari"] = @"\u0900-\u097F\uA8E0-\uA8FF",
        ["Bengali"] = @"\u0980-\u09FE",
        ["Tamil"] = @"\u0B82-\u0BFA",
        ["Thai"] = @"\u0E01-\u0E3A\u0E40-\u0E5B",
        ["Myanmar"] = @"\u1000-\u109F\uA9E0-\uA9FE\uAA60-\uAA7F",
        ["Georgian"] = @"\u10A0-\u10FF\u1C90-\u1CBF",
        ["Ethiopic"] = @"\u1200-\u1399\u2D80-\u2DDE",
        ["Khmer"] = @"\u1780-\u17F9",
        ["Hangul"] = @"\u1100-\u11FF\u302E-\u302F\u3131-\u318E\u3200-\u321E\u3260-\u327E\uA960-\uA97C\uAC00-\uD7A3\uD7B0-\uD7FB\uFFA0-\uFFDC",
        ["Hiragana"] = @"\u3041-\u3096\u309D-\u309F",
        ["Katakana"] = @"\u30A1-\u30FA\u30FD-\u30FF\u31F0-\u31FF\uFF66-\uFF6F\uFF71-\uFF9D",
        ["Han"] = @"\u2E80-\u2FD5\u3005\u3007\u3021-\u3029\u3038-\u303B\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAD9",
        ["Ideographic"] = @"\u3006\u3007\u3021-\u3029\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAD9",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Categories =
        "L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp C Cc Cf Cs Co Cn"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <param name="inSet">Whether it stands between square brackets.</param>
    /// <exception cref="FormatException">The property is unknown, or has no place in a set when negated.</exception>
    public static string ToDotNet(string name, bool negated, bool inSet)
    {
        var value = name[(name.LastIndexOf('=') + 1)..];
        if (Categories.Contains(value))
        {
            return negated ? $@"\P{{{value}}}" : $@"\p{{{value}}}";
        }

        return Members(value) switch
        {
            null => throw new FormatException($"The property '{name}'."),
            @"\s" when negated => @"\S",
            @"\w" when negated => @"\W",
            { } members when inSet && negated && members.Length == 5 => @"\P" + members[2..],
            _ when inSet && negated => throw new FormatException($"The property '{name}', negated in a set."),
            var members when inSet => members,
            var members => negated ? $"[^{members}]" : $"[{members}]",
        };
    }

    private static string? Members(string value)
    {
        foreach (var candidate in (string[])[value, WithoutPrefix(value, "Is"), WithoutPrefix(value, "In"), WithoutPrefix(value, "java")])
        {
            if (Categories.Contains(candidate))
            {
                return $@"\p{{{candidate}}}";
            }

            if (Sets.TryGetValue(candidate, out var members))
            {
                return members;
            }
        }

        return null;
    }

    private static string WithoutPrefix(string value, string prefix) =>
        value.StartsWith(prefix, StringComparison.Ordinal) ? value[prefix.Length..] : value;
}
