using Workbench.Core.Problems;

namespace Workbench.Formats;

/// <summary>Takes a whole input into memory, within a bound: streams from a browser can be read only once and only asynchronously.</summary>
internal static class InputBytes
{
    public const int Megabyte = 1024 * 1024;

    /// <param name="limit">In bytes.</param>
    /// <param name="fileName">For the place of a problem.</param>
    public static async ValueTask<Result<MemoryStream>> ReadAsync(Stream input, int limit, string fileName, CancellationToken cancellationToken)
    {
        var bytes = new MemoryStream();
        var piece = new byte[81920];
        int read;
        while ((read = await input.ReadAsync(piece, cancellationToken)) > 0)
        {
            if (bytes.Length + read > limit)
            {
                return Result.Failure<MemoryStream>(new Problem("file-too-large", ("limit", limit / Megabyte)).At(new Place(0, 0, fileName)));
            }

            bytes.Write(piece, 0, read);
        }

        bytes.Position = 0;

        return Result.Success(bytes);
    }
}
