using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Workbench.Core.Exchange;
using Workbench.Core.Problems;
using Workbench.Core.Terminology;
using Workbench.Formats.Csv;
using Workbench.Formats.PlainText;

namespace Workbench.Formats.Terms;

/// <summary>
/// Glossaries as CSV: writes every field, one term a row, UTF-8 with the byte order mark that Excel needs, no cell that a spreadsheet
/// runs. Reads that, tables of one concept a row, other separators, and what Korean Excel saves (CP949, UTF-16).
/// </summary>
public sealed class TermCsvFormat : ITermFormat
{
    /// <summary>In bytes.</summary>
    public const int MaxSize = 100 * InputBytes.Megabyte;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create("\",;\t\r\n ");

    public string Id => "csv";

    public ImmutableArray<string> Extensions { get; } = [".csv", ".tsv"];

    public string MediaType => "text/csv";

    public async ValueTask<Result<ReadTerms>> ReadAsync(Stream input, ReadOptions options, CancellationToken cancellationToken)
    {
        var bytes = await InputBytes.ReadAsync(input, MaxSize, options.FileName, cancellationToken);
        if (!bytes.Succeeded)
        {
            return Result.Failure<ReadTerms>([.. bytes.Problems]);
        }

        var text = Decode(bytes.Value.GetBuffer().AsSpan(0, (int)bytes.Value.Length), options);
        if (text.Problem is { } problem)
        {
            return Result.Failure<ReadTerms>(problem);
        }

        var rows = new CsvRows(text.Text, options.FileName).Read();

        return rows.Succeeded ? TermTable.Read(rows.Value, options.FileName) : Result.Failure<ReadTerms>([.. rows.Problems]);
    }

    public async ValueTask<ImmutableArray<Problem>> WriteAsync(
        IEnumerable<ConceptEntry> entries, TermWriteOptions options, Stream output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(ByteOrderMark, cancellationToken);
        var line = new StringBuilder();
        foreach (var row in TermTable.Write(VerifiedTerms.Of(entries, options)))
        {
            line.Clear().AppendJoin(',', row.Select(Quoted)).Append("\r\n");
            await output.WriteAsync(Encoding.UTF8.GetBytes(line.ToString()), cancellationToken);
        }

        await output.FlushAsync(cancellationToken);

        return [];
    }

    private static string Quoted(string cell)
    {
        var guarded = SpreadsheetText.Guard(cell);

        return guarded.AsSpan().IndexOfAny(NeedQuotes) < 0 ? guarded : $"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static (string Text, Problem? Problem) Decode(ReadOnlySpan<byte> bytes, ReadOptions options)
    {
        var found = options.Encoding.Length > 0
            ? new FoundEncoding(options.Encoding, TextEncodings.PreambleOf(options.Encoding, bytes))
            : TextEncodings.Detect(bytes);
        var place = new Place(1, 0, options.FileName);
        if (TextEncodings.Find(found.Name) is not { } encoding)
        {
            return ("", new Problem("text-encoding-unknown", ("encoding", found.Name)).At(place));
        }

        try
        {
            var text = encoding.GetString(bytes[found.Preamble..]);
            var zero = text.IndexOf('\0', StringComparison.Ordinal);

            return zero < 0 ? (text, null) : ("", new Problem("text-binary").At(place with { Line = LineAt(text, zero) }));
        }
        catch (DecoderFallbackException broken)
        {
            var before = bytes[found.Preamble..Math.Clamp(found.Preamble + broken.Index, found.Preamble, bytes.Length)];

            return ("", new Problem("term-table-encoding").At(place with { Line = 1 + before.Count((byte)'\n') }));
        }
    }

    private static int LineAt(string text, int at) => 1 + text.AsSpan(0, at).Count('\n');
}
