using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Workbench.Storage.Lite;

/// <summary>
/// What stands behind a page of the log, to tell whether the page is as it was written: its index (8 bytes, little-endian), the
/// CRC-32C of page and index (4 bytes), and a mark (4 bytes). What was acknowledged was synced before, so a page that does not
/// fit its seal was still on its way when the machine stopped.
/// </summary>
internal static class PageSeal
{
    public const int Size = 16;

    private const uint Mark = 0x4C53_4257; // "WBSL", so that zeros are no sealed page.

    private const int IndexAt = PageStream.PageSize;
    private const int SumAt = IndexAt + sizeof(long);
    private const int MarkAt = SumAt + sizeof(uint);

    /// <param name="stored">The page with room for its seal.</param>
    public static void Write(Span<byte> stored, long index)
    {
        BinaryPrimitives.WriteInt64LittleEndian(stored[IndexAt..], index);
        BinaryPrimitives.WriteUInt32LittleEndian(stored[SumAt..], Sum(stored[..SumAt]));
        BinaryPrimitives.WriteUInt32LittleEndian(stored[MarkAt..], Mark);
    }

    public static bool Fits(ReadOnlySpan<byte> stored, long index) =>
        BinaryPrimitives.ReadUInt32LittleEndian(stored[MarkAt..]) == Mark
        && BinaryPrimitives.ReadInt64LittleEndian(stored[IndexAt..]) == index
        && BinaryPrimitives.ReadUInt32LittleEndian(stored[SumAt..]) == Sum(stored[..SumAt]);

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes)) // 8,200 bytes: whole words.
        {
            sum = BitOperations.Crc32C(sum, BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word));
        }

        return ~sum;
    }
}
