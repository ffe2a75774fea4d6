using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Npgsql;

namespace Alchemy.Internals;

/// <summary>Reads a NUMERIC that has more digits than a decimal, out of the form that the server sends: groups of four digits, and where the point stands.</summary>
internal static class NpgsqlNumeric
{
    private const int HeaderLength = 8;
    private const ushort Positive = 0;
    private const ushort Negative = 0x4000;

    /// <summary>The number, rounded behind the point; false when it is none, or too large.</summary>
    public static bool TryRead(NpgsqlDataReader reader, int ordinal, out decimal number)
    {
        var bytes = new byte[reader.GetBytes(ordinal, 0, null, 0, 0)];
        _ = reader.GetBytes(ordinal, 0, bytes, 0, bytes.Length);
        var (groups, weight, sign) = (Short(bytes, 0), Short(bytes, 2), (ushort)Short(bytes, 4));
        var text = new StringBuilder(sign == Negative ? "-0" : "0");
        // The power of 10,000 that a group counts goes down from that of the first one.
        for (var power = (int)weight; power >= 0; power--)
        {
            text.Append(Group(weight - power));
        }

        text.Append('.');
        for (var power = -1; power > weight - groups; power--)
        {
            text.Append(Group(weight - power));
        }

        number = 0;
        return sign is Positive or Negative && decimal.TryParse(text.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out number);

        string Group(int index) => index >= 0 && index < groups ? Short(bytes, HeaderLength + 2 * index).ToString("D4", CultureInfo.InvariantCulture) : "0000";
    }

    private static short Short(byte[] bytes, int at) => BinaryPrimitives.ReadInt16BigEndian(bytes.AsSpan(at));
}
