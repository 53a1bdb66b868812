using System.Security.Cryptography;
using System.Text;
using Workbench.Core.Text;

namespace Workbench.Core.Memory;

/// <summary>
/// A short name for a source text, equal for texts that are equal after Unicode NFC and with runs of white space as one space.
/// A hash, since an index key must stay short.
/// </summary>
public static class SourceHash
{
    /// <returns>32 lower-case hexadecimal digits: the first half of a SHA-256.</returns>
    public static string Of(InlineText source)
    {
        var text = string.Join(' ', source.Text.Normalize(NormalizationForm.FormC)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }
}
