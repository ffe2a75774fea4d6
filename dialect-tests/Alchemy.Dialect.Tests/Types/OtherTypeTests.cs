using System.Text.Json;

namespace Alchemy.Tests;

public sealed class OtherTypeTests(Database database) : RoundTripFixture(database)
{
    private static IEnumerable<TypeCase> Cases()
    {
        yield return TypeCase.Of("bool", SqlTypes.Boolean, false, true);
        yield return TypeCase.Of("guid", SqlTypes.Guid, Guids);
        yield return TypeCase.Of("guid_text", new GuidType(IsNative: false), Guids);
        yield return TypeCase.Of("enum_number", SqlTypes.Of<DayOfWeek>(), DayOfWeek.Sunday, DayOfWeek.Saturday, (DayOfWeek)(-5), (DayOfWeek)int.MaxValue);
        yield return TypeCase.Of("enum_byte", SqlTypes.Of<Small>(), Small.Zero, Small.Most);
        yield return TypeCase.Of("enum_ulong", SqlTypes.Of<Large>(), Large.Zero, Large.Most);
        yield return TypeCase.Of("enum_flags", new EnumType(typeof(Flags), ByName: true), Flags.None, Flags.A, Flags.A | Flags.B);
        yield return TypeCase.OfClass("bytes", SqlTypes.Binary(), Bytes);
        yield return TypeCase.OfClass("bytes_300", SqlTypes.Binary(300), Bytes);
        yield return TypeCase.OfClass("bytes_long", SqlTypes.Binary(), [1], new byte[1 << 20], new byte[70_000]) with { HasLiteral = false };
        yield return TypeCase.Of("json", SqlTypes.Json, Documents) with { HasEquality = false };
        yield return TypeCase.Of("jsonb", SqlTypes.Jsonb, Documents) with { HasEquality = false };
        yield return TypeCase.Of("money", new Cents(), new Money(0), new Money(-12.34m), new Money(90000000000000m));
    }

    private static Guid[] Guids => [Guid.Empty, Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"), Guid.Parse("ffeeddcc-bbaa-4988-8766-554433221100"), Guid.AllBitsSet, Guid.Parse("00000000-0000-0000-0000-000000000001")];

    private static byte[][] Bytes => [[], [0], [0, 0], [32], [.. Enumerable.Range(0, 256).Select(i => (byte)i)], [255, 254], [39, 92, 0, 37]];

    private static JsonElement[] Documents => [.. new[]
    {
        "{}", "[]", "null", "true", "\"\"", "\"text \\u00e9 \\ud83d\\ude00 ' \\\\ \\\" %\"", "0", "-1", "9007199254740993", "9223372036854775807", "0.1", "123456789.123456789", "[null, [1, [2, [3]]], {\"a\": {\"b c\": null}}]",
        "{\"\": 1, \"'\": 2, \"\\\\\": \"\\n\\t\"}",
    }.Select(text => JsonDocument.Parse(text).RootElement)];

    [TestCaseSource(nameof(Cases))]
    public void Values_come_back_by_every_way(TypeCase type) => Check(type);

    /// <summary>Rule "identifiers": MariaDB's UUID takes those of the standard only; as text all are kept.</summary>
    [Test]
    public void An_identifier_that_is_none_of_the_standard_is_kept_or_refused_by_the_database()
    {
        var strange = Guid.Parse("ffeeddcc-bbaa-9988-7766-554433221100");
        if (Lane is Database.MariaDb)
        {
            Assert.Catch<DatabaseException>(() => TypeCase.Of("strange_guid", SqlTypes.Guid, strange).Check(Engine));
        }
        else
        {
            TypeCase.Of("strange_guid", SqlTypes.Guid, strange).Check(Engine);
        }

        TypeCase.Of("strange_guid_text", new GuidType(IsNative: false), strange).Check(Engine);
    }

    public enum Small : byte
    {
        Zero,
        Most = 255,
    }

    public enum Large : ulong
    {
        Zero,
        Most = ulong.MaxValue,
    }

    [System.Flags]
    public enum Flags
    {
        None = 0,
        A = 1,
        B = 2,
    }
}
