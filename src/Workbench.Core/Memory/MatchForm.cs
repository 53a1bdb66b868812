using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Workbench.Core.Languages.Korean;
using Workbench.Core.Text;

namespace Workbench.Core.Memory;

/// <summary>
/// A source text as matches compare it: its letters and symbols without case, width or punctuation, each number and each
/// placeholder as one symbol, runs of white space as one space, and none beside a Hangul syllable. What is left out is kept as
/// hashes, to be deducted apart. The theory is in this folder's README.
/// </summary>
public sealed partial class MatchForm
{
    /// <summary>Counts up when the same text may give another form; whatever keeps forms keeps this number.</summary>
    public const int Version = 1;

    /// <summary>Stands for a number. Control characters of a text are left out of its form, so the two are free.</summary>
    public const char Number = '\u0001';

    /// <summary>Stands for a placeholder such as <c>%s</c> or <c>{0}</c>.</summary>
    public const char Placeholder = '\u0002';

    private MatchForm(string text, MatchRest rest, ImmutableArray<uint> codes) => (Text, Rest, Codes) = (text, rest, codes);

    /// <summary>What distances count in: UTF-16 code units, so that an emoji counts as two.</summary>
    public string Text { get; }

    public MatchRest Rest { get; }

    /// <summary>A hash of each inline code, ascending.</summary>
    public ImmutableArray<uint> Codes { get; }

    public static MatchForm Of(InlineText source) => new Writer(source.Text.Normalize(NormalizationForm.FormC)).Write(source.Codes);

    /// <summary>One pass over a text.</summary>
    private ref struct Writer(string text)
    {
        private readonly char[] _form = new char[text.Length];
        private int _length;
        private Fnv _values = Fnv.Start;
        private Fnv _case = Fnv.Start;
        private Fnv _punctuation = Fnv.Start;
        private Fnv _spacing = Fnv.Start;

        /// <summary>The white space since the last symbol, and whether it or a dash keeps words apart.</summary>
        private Fnv _space = Fnv.Start;
        private bool _isApart;

        public MatchForm Write(ImmutableArray<InlineCode> codes)
        {
            for (var at = 0; at < text.Length;)
            {
                at += Take(at);
            }

            EndSpace(isBesideHangul: _length > 0 && Hangul.IsSyllable(_form[_length - 1]));
            var form = _length > 0 ? new string(_form, 0, _length) : OnlyPunctuation();

            return new MatchForm(
                form,
                new MatchRest(_values.Value, _case.Value, _punctuation.Value, _spacing.Value),
                codes.IsEmpty ? [] : [.. codes.Select(HashOf).Order()]);
        }

        /// <returns>How many code units were taken.</returns>
        private int Take(int at)
        {
            var unit = text[at];
            if (unit is '%' or '{' && PlaceholderText.Match(text, at) is { Success: true } placeholder)
            {
                return TakeValue(Placeholder, at, placeholder.Length);
            }

            switch (FormSymbols.KindOf(unit))
            {
                case SymbolKind.Digit:
                    return TakeValue(Number, at, NumberLength(at));
                case SymbolKind.Space:
                    _space = _space.Add(unit);
                    _isApart = true;
                    break;
                case SymbolKind.Dash:
                    _isApart = true;
                    _punctuation = _punctuation.Add(_length).Add(unit);
                    break;
                case SymbolKind.Punctuation:
                    _punctuation = _punctuation.Add(_length).Add(FormSymbols.Fold(unit));
                    break;
                case SymbolKind.Upper:
                    Append(FormSymbols.Fold(unit));
                    _case = _case.Add(_length);
                    break;
                case SymbolKind.Other:
                    Append(FormSymbols.Fold(unit));
                    break;
            }

            return 1;
        }

        private int TakeValue(char symbol, int at, int length)
        {
            Append(symbol);
            _values = _values.Add(symbol);
            for (var digit = at; digit < at + length; digit++)
            {
                _values = _values.Add(FormSymbols.Fold(text[digit]));
            }

            return length;
        }

        private void Append(char symbol)
        {
            var isInside = _length > 0;
            var isBesideHangul = Hangul.IsSyllable(symbol) || (isInside && Hangul.IsSyllable(_form[_length - 1]));
            if (_isApart && isInside && !isBesideHangul)
            {
                _form[_length++] = ' ';
            }

            EndSpace(isBesideHangul);
            _form[_length++] = symbol;
        }

        private void EndSpace(bool isBesideHangul)
        {
            if (_space != Fnv.Start && !isBesideHangul)
            {
                _spacing = _spacing.Add(_length).Add(_space.Value);
            }

            _space = Fnv.Start;
            _isApart = false;
        }

        /// <summary>Figures, with points, commas and colons between them: <c>1,234.5</c>, <c>12:30</c>.</summary>
        private readonly int NumberLength(int at)
        {
            var end = at + 1;
            while (end < text.Length
                && (IsDigit(end) || (text[end] is '.' or ',' or ':' && end + 1 < text.Length && IsDigit(end + 1))))
            {
                end++;
            }

            return end - at;
        }

        private readonly bool IsDigit(int at) => FormSymbols.KindOf(text[at]) == SymbolKind.Digit;

        /// <summary>A text without a letter, number or symbol is compared by its punctuation.</summary>
        private readonly string OnlyPunctuation() => string.Concat(
            text.Where(unit => FormSymbols.KindOf(unit) is SymbolKind.Punctuation or SymbolKind.Dash).Select(FormSymbols.Fold));

        private static uint HashOf(InlineCode code)
        {
            var hash = Fnv.Start.Add((int)code.Kind);
            foreach (var unit in $"{code.Type}\n{code.Display}\n{code.Reads}")
            {
                hash = hash.Add(unit);
            }

            return hash.Value;
        }
    }

    // printf (%s, %1$d, %5.2f) and braces ({0}, {name}).
    [GeneratedRegex(@"\G(?:%(?:\d+\$)?[-+#0]*\d*(?:\.\d+)?[sdiufxXcg@](?!\w)|\{[\w.:$-]{1,40}\})", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceholderText { get; }
}

/// <summary>
/// Hashes of what a <see cref="MatchForm"/> leaves out. Two texts differ in it when the hashes do; 32 bits a kind, so one pair in four
/// thousand million is taken for equal.
/// </summary>
/// <param name="Values">The numbers and placeholders, in order.</param>
/// <param name="Case">Which symbols are capital letters.</param>
/// <param name="Punctuation">Which marks stand where.</param>
/// <param name="Spacing">The runs of white space that are not beside a Hangul syllable.</param>
public readonly record struct MatchRest(uint Values, uint Case, uint Punctuation, uint Spacing);

/// <summary>FNV-1a over 32-bit numbers: small, the same on every machine, and good enough to tell short sequences apart.</summary>
internal readonly record struct Fnv(uint Value)
{
    public static readonly Fnv Start = new(2166136261);

    public Fnv Add(int number) => Add((uint)number);

    public Fnv Add(uint number)
    {
        // The halves one after the other: FNV is made for short pieces.
        var hash = (Value ^ (number & 0xFFFF)) * 16777619;
        hash = (hash ^ (number >> 16)) * 16777619;

        return new Fnv(hash ^ (hash >> 15));
    }
}
