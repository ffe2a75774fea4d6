namespace Alchemy.Tests;

/// <summary>test/dialect/postgresql/test_types.py, SpecialTypesCompileTest and MiscTypesTest.</summary>
[TestFixture]
public sealed class SpecialTypeFacts : FactFixture
{
    private static UntypedColumn X { get; } = Sql.Column("x", SqlTypes.String());

    private static Table Table { get; } = new("addresses", new MetaData(), new Column("id", SqlTypes.Integer), Address("addr", "INET"), Address("addr2", "MACADDR"), Address("addr3", "CIDR"), Address("addr4", "MACADDR8"));

    private static Select ByAddress => Sql.Select(Table.C("id")).Where(Sql.And(
        Table.C("addr") == "127.0.0.1", Table.C("addr2") == "08:00:2b:01:02:03", Table.C("addr3") == "192.168.100.128/25", Table.C("addr4") == "08:00:2b:01:02:03:04:05"));

    private static Column Address(string name, string type) => new(name, SqlTypes.Native<string>(type));

    [Test]
    public void Addresses()
    {
        Fact(4946, FactDialects.PostgreSqlNumbered, ByAddress,
            "SELECT addresses.id FROM addresses WHERE addresses.addr = $1 AND addresses.addr2 = $2 AND addresses.addr3 = $3 AND addresses.addr4 = $4", ("addr_1", "127.0.0.1"), ("addr2_1", "08:00:2b:01:02:03"), ("addr3_1", "192.168.100.128/25"), ("addr4_1", "08:00:2b:01:02:03:04:05"));
        Fact(4948, FactDialects.PostgreSql, ByAddress,
            "SELECT addresses.id FROM addresses WHERE addresses.addr = %(addr_1)s AND addresses.addr2 = %(addr2_1)s AND addresses.addr3 = %(addr3_1)s AND addresses.addr4 = %(addr4_1)s");
        Fact(4947, FactDialects.PostgreSqlFormat, ByAddress,
            "SELECT addresses.id FROM addresses WHERE addresses.addr = %s AND addresses.addr2 = %s AND addresses.addr3 = %s AND addresses.addr4 = %s");
    }

    [Test]
    public void Text_has_its_type_beside_it()
    {
        Fact(4842, FactDialects.PostgreSqlNumbered, X.Like("%a%"),
            "x LIKE $1::VARCHAR", ("x_1", "%a%"));
        Fact(4843, FactDialects.PostgreSqlFormat, X.Like("%a%"),
            "x LIKE %s::VARCHAR", ("x_1", "%a%"));
        Fact(4844, FactDialects.PostgreSql, X.Like("%a%"),
            "x LIKE %(x_1)s::VARCHAR", ("x_1", "%a%"));
    }
}
