namespace Workbench.Core.Text;

public static class WordCount
{
    /// <summary>Runs between white space that hold a letter or a digit. Korean is counted by its spaces, as its word processors do.</summary>
    public static int Of(string text)
    {
        var (words, isInWord) = (0, false);
        foreach (var unit in text)
        {
            if (char.IsWhiteSpace(unit))
            {
                isInWord = false;
            }
            else if (!isInWord && char.IsLetterOrDigit(unit))
            {
                (words, isInWord) = (words + 1, true);
            }
        }

        return words;
    }
}
