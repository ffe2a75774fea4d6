namespace Alchemy.Tests;

/// <summary>test/dialect/postgresql/test_compiler.py, RegexpTest: FETCH.</summary>
[TestFixture]
public sealed class FetchFacts : FactFixture
{
    private static Select One { get; } = Sql.Select(Sql.LiteralColumn("1"));

    private static UntypedColumn Text(string name) => Sql.LiteralColumn(name);

    [Test]
    public void Numbers()
    {
        Fact(1104, FactDialects.PostgreSql, One.Fetch(0).Offset(0), "SELECT 1 OFFSET (%(param_1)s::INTEGER) ROWS FETCH FIRST (%(param_2)s::INTEGER) ROWS ONLY", ("param_1", 0), ("param_2", 0));
        Fact(1108, FactDialects.PostgreSql, One.Fetch(5, withTies: true).Offset(10), "SELECT 1 OFFSET (%(param_1)s::INTEGER) ROWS FETCH FIRST (%(param_2)s::INTEGER) ROWS WITH TIES", ("param_1", 10), ("param_2", 5));
        Fact(1109, FactDialects.PostgreSql, One.Fetch(5), "SELECT 1 FETCH FIRST (%(param_1)s::INTEGER) ROWS ONLY", ("param_1", 5));
        Fact(1110, FactDialects.PostgreSql, One.Offset(10), "SELECT 1 LIMIT ALL OFFSET %(param_1)s::INTEGER", ("param_1", 10));
    }

    /// <summary>SQLAlchemy writes PERCENT for PostgreSQL too, which has no such word.</summary>
    [Test]
    public void A_share_of_the_rows_is_refused()
        => Assert.That(() => FactDialects.PostgreSql.Compile(One.Fetch(5, percent: true).Offset(10)), Throws.TypeOf<CompileException>().With.Message.Contains("PERCENT"));

    [Test]
    public void Expressions()
    {
        Fact(1112, FactDialects.PostgreSql, One.Fetch(Text("Q")).Offset(Text("Y")), "SELECT 1 OFFSET (Y) ROWS FETCH FIRST (Q) ROWS ONLY");
        Fact(1113, FactDialects.PostgreSql, One.Fetch(Sql.Column("Q")).Offset(Sql.Column("Y")), "SELECT 1 OFFSET (\"Y\") ROWS FETCH FIRST (\"Q\") ROWS ONLY");
        Fact(1114, FactDialects.PostgreSql, One.Fetch(Sql.Parameter("Q", SqlTypes.Integer, 3)).Offset(Sql.Parameter("Y", SqlTypes.Integer, 7)), "SELECT 1 OFFSET (%(Y)s::INTEGER) ROWS FETCH FIRST (%(Q)s::INTEGER) ROWS ONLY", ("Q", 3), ("Y", 7));
        Fact(1111, FactDialects.PostgreSql, One.Fetch(Text("Q") + Text("Z")).Offset(Text("Y") + Text("W")), "SELECT 1 OFFSET (Y + W) ROWS FETCH FIRST (Q + Z) ROWS ONLY");
    }
}
