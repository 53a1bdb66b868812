using System.Globalization;
using System.Text;

namespace Workbench.Core.Segmentation;

/// <summary>
/// Writes a regular expression of ICU, which SRX prescribes (2.0, section 6), as one of .NET. What the two have in common
/// passes through; possessive quantifiers become atomic groups, set arithmetic becomes look-ahead, and the escapes that
/// .NET lacks become what they stand for.
/// </summary>
internal sealed class IcuPattern
{
    private const string HorizontalSpace = @"[\t\u0020\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]";

    /// <summary>Brackets within brackets; more than a person writes, and far less than a stack holds.</summary>
    private const int MaxDepth = 100;

    private readonly string _icu;
    private readonly StringBuilder _net = new();
    private int _at;
    private int _depth;

    /// <summary>Where the item that a quantifier would repeat begins in <see cref="_net"/>; groups push and pop it.</summary>
    private int _item;

    private IcuPattern(string icu) => _icu = icu;

    /// <exception cref="FormatException">It uses something of ICU that has no counterpart.</exception>
    public static string ToDotNet(string icu)
    {
        var pattern = new IcuPattern(icu);
        pattern.ReadAlternatives();
        return pattern._at == icu.Length ? pattern._net.ToString() : throw new FormatException("A bracket closes that none opened.");
    }

    private void ReadAlternatives()
    {
        while (_at < _icu.Length && _icu[_at] != ')')
        {
            ReadItem();
            ReadQuantifier();
        }
    }

    private void ReadItem()
    {
        _item = _net.Length;
        switch (_icu[_at])
        {
            case '(':
                ReadGroup();
                break;
            case '[':
                _net.Append(ReadSet());
                break;
            case '\\':
                ReadEscape();
                break;
            case var unit:
                var length = char.IsHighSurrogate(unit) && _at + 1 < _icu.Length ? 2 : 1;
                AppendWritten(_icu.Substring(_at, length));
                _at += length;
                break;
        }
    }

    private void ReadGroup()
    {
        var start = _net.Length;
        _net.Append('(');
        _at++;
        if (Rest.StartsWith("?#"))
        {
            var end = _icu.IndexOf(')', _at);
            _at = end < 0 ? throw new FormatException("A comment does not end.") : end + 1;
            _net.Length = start;
            return;
        }

        if (Rest.StartsWith("?"))
        {
            ReadGroupKind();
        }

        Enter();
        ReadAlternatives();
        _depth--;
        Expect(')');
        _net.Append(')');
        _item = start;
    }

    private void ReadGroupKind()
    {
        var end = _at + 1;
        while (end < _icu.Length && (char.IsAsciiLetter(_icu[end]) || _icu[end] == '-'))
        {
            end++;
        }

        var flags = _icu[(_at + 1)..end];
        if (flags.Length > 0)
        {
            // ICU's w (Unicode word borders), Java's u and U (Unicode case) are how .NET works anyway.
            var kept = string.Concat(flags.Where(flag => flag is not ('w' or 'u' or 'U' or 'd')));
            _net.Append('?').Append(kept is "-" ? "" : kept);
            _at = end;
            if (Rest.StartsWith(":"))
            {
                _net.Append(':');
                _at++;
            }

            return;
        }

        foreach (var kind in (string[])["?<=", "?<!", "?:", "?=", "?!", "?>"])
        {
            if (Rest.StartsWith(kind))
            {
                _net.Append(kind);
                _at += kind.Length;
                return;
            }
        }

        var name = _icu.IndexOf('>', _at);
        _net.Append(Rest.StartsWith("?<") && name > 0 ? _icu[_at..(name + 1)] : throw new FormatException("A group of an unknown kind."));
        _at = name + 1;
    }

    private void ReadQuantifier()
    {
        var start = _at;
        if (Rest.Length > 0 && Rest[0] is '*' or '+' or '?')
        {
            _at++;
        }
        else if (Rest.Length > 1 && Rest[0] == '{' && char.IsAsciiDigit(Rest[1]) && _icu.IndexOf('}', _at) is var end and > 0)
        {
            _at = end + 1;
        }
        else
        {
            return;
        }

        _net.Append(_icu, start, _at - start);
        if (Rest.StartsWith("+"))
        {
            _net.Insert(_item, "(?>").Append(')');
            _at++;
        }
        else if (Rest.StartsWith("?"))
        {
            _net.Append('?');
            _at++;
        }
    }

    private void ReadEscape()
    {
        if (Rest.StartsWith(@"\Q"))
        {
            var end = _icu.IndexOf(@"\E", _at, StringComparison.Ordinal);
            var quoted = end < 0 ? _icu[(_at + 2)..] : _icu[(_at + 2)..end];
            _at = end < 0 ? _icu.Length : end + 2;
            _net.Append("(?:").Append(Escaped(quoted)).Append(')');
            return;
        }

        if (Rest.Length < 2)
        {
            throw new FormatException("It ends in a backslash.");
        }

        switch (Rest[1])
        {
            case 'h':
                _net.Append(HorizontalSpace);
                _at += 2;
                break;
            case 'H':
                _net.Append("[^").Append(HorizontalSpace.AsSpan(1));
                _at += 2;
                break;
            case 'R':
                _net.Append(@"(?:\r\n|[\n-\r\u0085\u2028\u2029])");
                _at += 2;
                break;
            case 'X':
                _net.Append(@"(?:\P{M}\p{M}*)");
                _at += 2;
                break;
            case 'p' or 'P':
                _net.Append(ReadProperty(inSet: false));
                break;
            case 'N':
                throw new FormatException("A character by its name (\\N).");
            case 'x' or 'u' or 'U' or '0' or 'e' or 'a' or 'c':
                AppendNamed(ReadCharacter());
                break;
            case >= '1' and <= '9' or 'k':
                throw new FormatException("A back reference.");
            default:
                _net.Append(_icu, _at, 2);
                _at += 2;
                break;
        }
    }

    /// <summary>Reads an escape that stands for one character.</summary>
    private string ReadCharacter()
    {
        var kind = _icu[_at + 1];
        _at += 2;
        return kind switch
        {
            'e' => "\u001B",
            'a' => "\u0007",
            'c' => ((char)(Take(1)[0] & 0x1F)).ToString(),
            '0' => OfCode(Convert.ToInt32("0" + TakeWhile(3, unit => unit is >= '0' and <= '7'), 8)),
            'u' => OfCode(Hex(Take(4))),
            'U' => OfCode(Hex(Take(8))),
            _ when Rest.StartsWith("{") => OfCode(Hex(TakeBraces())),
            _ => OfCode(Hex(TakeWhile(2, char.IsAsciiHexDigit))),
        };
    }

    private string ReadProperty(bool inSet)
    {
        var negated = _icu[_at + 1] == 'P';
        _at += 2;
        var name = Rest.StartsWith("{") ? TakeBraces() : Take(1);
        if (name.StartsWith('^'))
        {
            (negated, name) = (!negated, name[1..]);
        }

        return UnicodeProperty.ToDotNet(name, negated, inSet);
    }

    /// <summary>Reads a set: a class of .NET, or where sets are combined a group that looks at the same character twice.</summary>
    private string ReadSet()
    {
        Expect('[');
        Enter();
        var set = ReadMembers();
        _depth--;

        return set;
    }

    private string ReadMembers()
    {
        var negated = Rest.StartsWith("^");
        _at += negated ? 1 : 0;
        var members = new StringBuilder();
        var others = new List<string>();
        var first = true;
        while (!Rest.StartsWith("]") || first)
        {
            if (_at >= _icu.Length)
            {
                throw new FormatException("A set does not end.");
            }

            first = false;
            if (Rest.StartsWith("[:") && _icu.IndexOf(":]", _at, StringComparison.Ordinal) is var posixEnd and > 0)
            {
                var name = _icu[(_at + 2)..posixEnd];
                members.Append(UnicodeProperty.ToDotNet(name.TrimStart('^'), name.StartsWith('^'), inSet: true));
                _at = posixEnd + 2;
            }
            else if (Rest.StartsWith("["))
            {
                others.Add(ReadSet());
            }
            else if (Rest.StartsWith("&&") || (Rest.StartsWith("--") && !Rest.StartsWith("--]")))
            {
                return Combine(negated, Union(members, others), ReadRightHand());
            }
            else
            {
                ReadMember(members);
            }
        }

        _at++;
        if (negated && others.Count > 0)
        {
            return $"(?:(?!{Union(members, others)}){AnyCharacter})";
        }

        return negated ? $"[^{members}]" : Union(members, others);
    }

    private const string AnyCharacter = @"[\s\S]";

    private (bool Subtract, string Set) ReadRightHand()
    {
        var subtract = Rest.StartsWith("--");
        _at += 2;
        if (Rest.StartsWith("[") && ReadSet() is var set && Rest.StartsWith("]"))
        {
            _at++;
            return (subtract, set);
        }

        var members = new StringBuilder();
        while (!Rest.StartsWith("]"))
        {
            ReadMember(members);
        }

        _at++;
        return (subtract, $"[{members}]");
    }

    private static string Combine(bool negated, string left, (bool Subtract, string Set) right)
    {
        var both = right.Subtract ? $"(?!{right.Set}){left}" : $"(?={right.Set}){left}";
        return negated ? $"(?:(?!{both}){AnyCharacter})" : $"(?:{both})";
    }

    private static string Union(StringBuilder members, List<string> others) => others.Count switch
    {
        0 => $"[{members}]",
        _ when members.Length == 0 => $"(?:{string.Join('|', others)})",
        _ => $"(?:[{members}]|{string.Join('|', others)})",
    };

    private void ReadMember(StringBuilder members)
    {
        if (_at >= _icu.Length)
        {
            throw new FormatException("A set does not end.");
        }

        if (Rest[0] != '\\')
        {
            members.Append(EscapedInSet(Take(1)));
            return;
        }

        switch (Rest.Length > 1 ? Rest[1] : throw new FormatException("It ends in a backslash."))
        {
            case 'h':
                members.Append(HorizontalSpace.AsSpan(1, HorizontalSpace.Length - 2));
                _at += 2;
                break;
            case 'p' or 'P':
                members.Append(ReadProperty(inSet: true));
                break;
            case 'x' or 'u' or 'U' or '0' or 'e' or 'a' or 'c':
                members.Append(EscapedInSet(ReadCharacter()));
                break;
            case 'N' or 'X' or 'R' or 'Q':
                throw new FormatException("An escape that a set cannot hold.");
            default:
                members.Append(_icu, _at, 2);
                _at += 2;
                break;
        }
    }

    private static string EscapedInSet(string character) => character switch
    {
        "[" or "]" or "\\" or "^" => @"\" + character,
        { Length: 1 } => character,
        _ => throw new FormatException("A set with a character beyond the basic plane."),
    };

    /// <summary>Appends a character as the pattern writes it; beyond the basic plane it is two code units that one quantifier must repeat together.</summary>
    private void AppendWritten(string character) =>
        _net.Append(character.Length > 1 ? $"(?:{character})" : character);

    /// <summary>Appends a character that an escape names, which has no meaning of its own.</summary>
    private void AppendNamed(string character) =>
        _net.Append(character.Length > 1 ? $"(?:{character})" : Escaped(character));

    private static string Escaped(string text) =>
        string.Concat(text.Select(unit => char.IsAsciiLetterOrDigit(unit)
            ? unit.ToString()
            : string.Create(CultureInfo.InvariantCulture, $@"\u{(int)unit:X4}")));

    private ReadOnlySpan<char> Rest => _icu.AsSpan(_at);

    private void Enter()
    {
        if (++_depth > MaxDepth)
        {
            throw new FormatException($"More than {MaxDepth} brackets within one another.");
        }
    }

    private void Expect(char unit)
    {
        if (_at >= _icu.Length || _icu[_at] != unit)
        {
            throw new FormatException($"'{unit}' is missing.");
        }

        _at++;
    }

    private string Take(int length)
    {
        var taken = _at + length <= _icu.Length ? _icu.Substring(_at, length) : throw new FormatException("An escape is cut short.");
        _at += length;
        return taken;
    }

    private string TakeWhile(int most, Func<char, bool> wanted)
    {
        var taken = string.Concat(_icu.Skip(_at).Take(most).TakeWhile(wanted));
        _at += taken.Length;
        return taken;
    }

    private string TakeBraces()
    {
        var end = _icu.IndexOf('}', _at);
        var inner = end > 0 ? _icu[(_at + 1)..end] : throw new FormatException("A brace does not close.");
        _at = end + 1;
        return inner;
    }

    private static int Hex(string digits) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? code
            : throw new FormatException($"'{digits}' is not a character code.");

    private static string OfCode(int code) => code is >= 0xD800 and <= 0xDFFF or > 0x10FFFF or < 0
        ? throw new FormatException($"{code:X} is not a character.")
        : char.ConvertFromUtf32(code);
}
