using System.Buffers.Binary;

namespace M2K.Lab.Outlook;

/// <summary>The bytes behind GlobalAppointmentID (MS-OXOCAL 2.2.1.27).</summary>
internal static class GlobalObjectId
{
    private static readonly byte[] Magic = Convert.FromHexString("040000008200E00074C5B7101A82E008");

    /// <summary>An id of Outlook's own making: 16 random bytes of data, creation time as FILETIME.</summary>
    public static byte[] Make(DateTime utcNow) => Layout(utcNow, Guid.NewGuid().ToByteArray());

    /// <summary>The id of one occurrence: the series' with the date of the original occurrence in bytes 16-19.</summary>
    public static byte[] For(byte[] series, DateTime originalDate)
    {
        var id = (byte[])series.Clone();
        if (id.Length > 20)
        {
            BinaryPrimitives.WriteUInt16BigEndian(id.AsSpan(16), (ushort)originalDate.Year);
            id[18] = (byte)originalDate.Month;
            id[19] = (byte)originalDate.Day;
        }

        return id;
    }

    private static byte[] Layout(DateTime utcNow, byte[] data)
    {
        var id = new byte[40 + data.Length];
        Magic.CopyTo(id, 0);
        BinaryPrimitives.WriteInt64LittleEndian(id.AsSpan(20), utcNow.ToFileTimeUtc());
        BinaryPrimitives.WriteInt32LittleEndian(id.AsSpan(36), data.Length);
        data.CopyTo(id, 40);
        return id;
    }
}
