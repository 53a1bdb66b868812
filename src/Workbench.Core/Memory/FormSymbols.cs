using System.Globalization;
using Workbench.Core.Languages.Korean;

namespace Workbench.Core.Memory;

/// <summary>What a code unit is to a <see cref="MatchForm"/>.</summary>
internal enum SymbolKind : byte
{
    /// <summary>A letter without case, a symbol, half of a surrogate pair.</summary>
    Other,
    Upper,
    Digit,
    Space,

    /// <summary>Left out; a hyphen or an apostrophe does not part the words beside it.</summary>
    Punctuation,

    /// <summary>Punctuation that parts words as a space does: dashes longer than a hyphen, and the slash.</summary>
    Dash,

    /// <summary>Controls, and characters without width.</summary>
    Silent,
}

/// <summary>One table entry a code unit: its kind, and the symbol that it is compared as.</summary>
internal static class FormSymbols
{
    private static readonly SymbolKind[] Kinds = new SymbolKind[char.MaxValue + 1];
    private static readonly char[] Folded = new char[char.MaxValue + 1];

    static FormSymbols()
    {
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            (Kinds[unit], Folded[unit]) = Describe((char)unit);
        }
    }

    public static SymbolKind KindOf(char unit) => Kinds[unit];

    /// <summary>Half-width, lower case, figures as ASCII.</summary>
    public static char Fold(char unit) => Folded[unit];

    private static (SymbolKind Kind, char Folded) Describe(char unit)
    {
        if (char.IsSurrogate(unit))
        {
            return (SymbolKind.Other, unit);
        }

        if (FoldedText.Of(unit.ToString()).Text is not [var folded, ..])
        {
            return (SymbolKind.Silent, unit);
        }

        var lower = char.ToLowerInvariant(folded);

        return char.GetUnicodeCategory(folded) switch
        {
            UnicodeCategory.DecimalDigitNumber => (SymbolKind.Digit, (char)('0' + (int)char.GetNumericValue(folded))),
            _ when folded == ' ' => (SymbolKind.Space, ' '),
            UnicodeCategory.Control or UnicodeCategory.Format => (SymbolKind.Silent, unit),
            UnicodeCategory.DashPunctuation when folded is not ('-' or '\u2010' or '\u2011') => (SymbolKind.Dash, folded),
            _ when folded == '/' => (SymbolKind.Dash, folded),
            UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
                or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation
                or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation => (SymbolKind.Punctuation, folded),
            _ => (lower == folded ? SymbolKind.Other : SymbolKind.Upper, lower),
        };
    }
}
