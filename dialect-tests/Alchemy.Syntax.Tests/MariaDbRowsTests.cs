using MySql.Data.MySqlClient;

namespace Alchemy.Tests;

/// <summary>Rows that MariaDB, which has no driver of ours here, returns for SELECTs with values in their text.</summary>
[TestFixture]
public sealed class MariaDbRowsTests
{
    private static readonly Subquery Rows = new CompoundSelect(SetOperator.UnionAll, [Row(1, 1), Row(1, 2), Row(2, 5)]).Subquery("r");

    private static ColumnExpression<int> G => Rows.C<int>("g");

    private static ColumnExpression<int> N => Rows.C<int>("n");

    private static Select Row(int g, int n) => Sql.Select(Sql.Literal(g).As("g"), Sql.Literal(n).As("n"));

    [TestCase(NamedWindows.Clause)]
    [TestCase(NamedWindows.Inlined)]
    public void Windows_with_names(NamedWindows form)
    {
        var select = Sql.Select(N, Func.Sum(N).Over("p").As("total"), Func.Sum(N).Over(w => w.BasedOn("o").Rows(null, 0)).As("running"), Func.RowNumber().Over("o").As("place"))
            .Window("p", w => w.PartitionBy(G)).Window("o", w => w.BasedOn("p").OrderBy(N.Desc())).OrderBy(N);
        Assert.That(Read(select, Dialects.MariaDb.With(f => f with { NamedWindows = form })), Is.EqualTo(new[] { "1 3 3 2", "2 3 2 1", "5 5 5 1" }));
    }

    [Test]
    public void Labels_in_GROUP_BY()
    {
        Assert.That(Read(Sql.Select((N % 2).As("odd"), Func.Count().As("c")).GroupBy("odd").OrderBy("odd"), Dialects.MariaDb), Is.EqualTo(new[] { "0 1", "1 2" }));
        Assert.That(Read(Sql.Select((N % 2).As("n"), Func.Count().As("c")).GroupBy("n").OrderBy("c"), Dialects.MariaDb), Is.EqualTo(new[] { "0 1", "1 2" }));
    }

    private static List<string> Read(Select select, Dialect dialect)
    {
        using var connection = MariaDbJudge.Connect();
        using var command = new MySqlCommand(select.ToLiteralString(dialect), connection);
        using var reader = command.ExecuteReader();
        var read = new List<string>();
        while (reader.Read())
        {
            read.Add(string.Join(" ", Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToInt64(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture))));
        }

        return read;
    }
}
