using System.Buffers;
using System.Globalization;
using System.Text;

namespace Workbench.Core.Segmentation;

/// <summary>
/// Marks without which an ICU pattern matches nothing, read from its surface: <c>《[^《》]{0,800}</c> needs a 《 within 800
/// characters, and <c>[.!?]</c> one of the three. Most rules are told off by this, at the price of a vectorised search.
/// </summary>
internal sealed class RequiredMarks
{
    /// <summary>Repetitions beyond which a pattern counts as unbounded: their sum stays far from overflowing.</summary>
    private const int FarthestReach = 100_000;

    private readonly string _icu;
    private int _at;

    /// <summary>Of each at least one; never a letter, so that case does not matter.</summary>
    private List<SearchValues<char>> _marks = [];

    /// <summary>Code units that a match can span; null when nothing bounds it.</summary>
    private int? _reach;

    private RequiredMarks(string icu) => _icu = icu;

    public static RequiredMarks Of(string icu)
    {
        var pattern = new RequiredMarks(icu);
        pattern._marks = pattern.ReadMarks();
        pattern._reach = pattern.ReadReach();
        return pattern;
    }

    /// <summary>Whether the pattern is several, parted by <c>|</c> outside of groups; then no mark is known.</summary>
    public bool HasAlternatives { get; private set; }

    public bool AreIn(string text) => AreIn(text.AsSpan());

    /// <param name="backward">Whether the pattern ends at the place; otherwise it starts there.</param>
    public bool AreNear(string text, int place, bool backward)
    {
        if (_marks.Count == 0)
        {
            return true;
        }

        var reach = Math.Min(_reach ?? int.MaxValue, backward ? place : text.Length - place);

        return AreIn(text.AsSpan(backward ? place - reach : place, reach));
    }

    private bool AreIn(ReadOnlySpan<char> text)
    {
        foreach (var marks in _marks)
        {
            if (!text.ContainsAny(marks))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The literal marks and sets at the top of the pattern that no quantifier makes optional; none where there are alternatives.</summary>
    private List<SearchValues<char>> ReadMarks()
    {
        var marks = new HashSet<string>(StringComparer.Ordinal);
        _at = 0;
        while (_at < _icu.Length)
        {
            HasAlternatives |= _icu[_at] == '|';
            var one = _icu[_at] == '[' ? ReadSet() : Skip(_icu[_at])?.ToString() ?? "";
            if (one.Length > 0 && !one.Any(mark => char.IsLetterOrDigit(mark) || char.IsSurrogate(mark)) && !IsOptional())
            {
                marks.Add(one);
            }
        }

        return HasAlternatives ? [] : [.. marks.Select(one => SearchValues.Create(one))];
    }

    /// <returns>The members of a set that lists marks; empty for one that says more.</returns>
    private string ReadSet()
    {
        var start = _at + 1;
        SkipSet();
        var members = _icu[start..Math.Max(start, Math.Min(_at, _icu.Length) - 1)];

        return members.StartsWith('^') || members.AsSpan().ContainsAny("[&-") || members.Any(char.IsAsciiLetter) ? "" : Unescaped(members);
    }

    private static string Unescaped(string members)
    {
        var unescaped = new StringBuilder();
        for (var at = 0; at < members.Length; at++)
        {
            at += members[at] == '\\' && at + 1 < members.Length ? 1 : 0;
            unescaped.Append(members[at]);
        }

        return unescaped.ToString();
    }

    /// <summary>Goes past one item.</summary>
    /// <returns>The character that it stands for, when it stands for just one.</returns>
    private char? Skip(char item)
    {
        switch (item)
        {
            case '\\':
                return SkipEscape();
            case '[':
                SkipSet();
                return null;
            case '(':
                SkipGroup();
                return null;
            case '{':
                _at = End('}');
                return null;
            default:
                _at++;
                return item is '.' or '^' or '$' or '|' or '?' or '*' or '+' or ')' ? null : item;
        }
    }

    private char? SkipEscape()
    {
        var escaped = _at + 1 < _icu.Length ? _icu[_at + 1] : '\0';
        _at = Math.Min(_at + 2, _icu.Length);
        if (_at < _icu.Length && _icu[_at] == '{' && char.IsAsciiLetter(escaped))
        {
            _at = End('}');
        }

        return char.IsAsciiLetterOrDigit(escaped) || escaped == '\0' ? null : escaped;
    }

    private void SkipSet()
    {
        _at++;
        _at += _at < _icu.Length && _icu[_at] == '^' ? 1 : 0;
        _at += _at < _icu.Length && _icu[_at] == ']' ? 1 : 0;
        while (_at < _icu.Length && _icu[_at] != ']')
        {
            if (_icu[_at] == '[')
            {
                SkipSet();
            }
            else
            {
                _at += _icu[_at] == '\\' ? 2 : 1;
            }
        }

        _at++;
    }

    private void SkipGroup()
    {
        _at++;
        while (_at < _icu.Length && _icu[_at] != ')')
        {
            Skip(_icu[_at]);
        }

        _at++;
    }

    private bool IsOptional() => _at < _icu.Length
        && (_icu[_at] is '?' or '*' || (_icu[_at] == '{' && _at + 1 < _icu.Length && _icu[_at + 1] is '0'));

    /// <summary>
    /// An upper bound by the sum of what each item may span, two code units a character. A repeated group is not bounded: its
    /// length multiplies.
    /// </summary>
    private int? ReadReach()
    {
        var reach = 2 * _icu.Length;
        _at = 0;
        while (_at < _icu.Length)
        {
            switch (_icu[_at])
            {
                case '(':
                    // Into the group, past what says its kind.
                    _at += _at + 1 < _icu.Length && _icu[_at + 1] == '?' ? 2 : 1;
                    break;
                case '*' or '+':
                    return null;
                case '{' when _at > 0 && _icu[_at - 1] == ')':
                    return null;
                case '{' when ReadMost() is { } most:
                    reach += 2 * most;
                    break;
                case '{':
                    return null;
                case '\\' when _at + 1 < _icu.Length && _icu[_at + 1] is 'Q' or 'X':
                    return null;
                default:
                    Skip(_icu[_at]);
                    break;
            }
        }

        return reach;
    }

    /// <summary>Goes past <c>{n}</c> or <c>{n,m}</c>.</summary>
    /// <returns>The larger number; null when there is none, or it bounds nothing.</returns>
    private int? ReadMost()
    {
        var end = End('}');
        var bounds = _icu[(_at + 1)..Math.Max(_at + 1, end - 1)];
        _at = end;

        return int.TryParse(bounds[(bounds.LastIndexOf(',') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most <= FarthestReach
            ? most
            : null;
    }

    private int End(char closing) => _icu.IndexOf(closing, _at) is var end and >= 0 ? end + 1 : _icu.Length;
}
