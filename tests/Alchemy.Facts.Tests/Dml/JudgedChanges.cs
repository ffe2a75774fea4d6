using static Alchemy.Tests.DmlTables;

namespace Alchemy.Tests;

/// <summary>Changes that SQLAlchemy has no facts about (portable upsert, MERGE) or that differ much between databases: parsers and servers judge what each dialect makes of them.</summary>
[TestFixture]
public sealed class JudgedChanges : FactFixture
{
    private static readonly Table Stock = new("stock", new MetaData(), new Column("id", SqlTypes.Integer, primaryKey: true, autoIncrement: false), FactTables.Str("name"), FactTables.Int("n"), new Column("flag", SqlTypes.Boolean));
    private static readonly Table Delivery = new("delivery", new MetaData(), Key("id"), FactTables.Int("stock_id"), FactTables.Int("n"));

    private static ColumnExpression<int> N => Stock.C<int>("n");

    private static ColumnExpression<int> Delivered => Delivery.C<int>("n");

    private static Insert Many => Sql.Insert(Stock).Values([Stock.C("id"), Stock.C("name"), N], [[1, "a", 1], [2, null, 2]]);

    private static Merge Merge => Sql.Merge(Stock).Using(Delivery, Stock.C("id") == Delivery.C("stock_id"));

    [Test]
    public void Upserts()
    {
        Render(Many);
        Render(Many.OnConflict("id").DoNothing());
        Render(Many.OnConflict().DoNothing());
        Render(Many.OnConflict().DoUpdateExcluded(N));
        Render(Many.OnConflict("id").DoUpdate(set => set.Set(N, N + set.Excluded(N)).Set("name", null).Where(Stock.C<bool>("flag"))));
        Render(Many.OnConflict("id").DoUpdate(set => set.Set("flag", N > 5)));
        Render(Sql.Insert(Stock).FromSelect(["id", "n"], Sql.Select(Delivery.C("stock_id"), Delivered)).OnConflict("id").DoUpdateExcluded(N));
        Render(Sql.Insert(Stock).FromSelect(["id", "n"], Sql.Select(Delivery.C("stock_id"), Delivered).Union(Sql.Select(Delivery.C("id"), Delivered))).OnConflict("id").DoUpdateExcluded(N));
        Render(Many.OnConflict("id").DoUpdateExcluded(N).Returning(Stock));
        Render(Many.OnConflict("name").IndexWhere(N > 5).DoNothing());
    }

    [Test]
    public void Merges()
    {
        var (stock, source) = (Stock.As("s"), Sql.Select(Delivery.C("stock_id"), Func.Sum(Delivered).As("total")).GroupBy(Delivery.C("stock_id")).Subquery("d"));
        Render(Merge.WhenMatched().ThenUpdate((N, N + Delivered)).WhenNotMatched().ThenInsert((Stock.C("id"), Delivery.C("stock_id")), (N, 0)));
        Render(Merge.WhenMatched(Delivered > 5).ThenUpdate((N, Delivered), (Stock.C("flag"), Delivered > N)).WhenNotMatched(Delivered > 6).ThenInsert((Stock.C("id"), Delivery.C("stock_id"))));
        Render(Merge.WhenMatched(Delivered == 0).ThenDelete().WhenMatched().ThenUpdate((N, 1)).WhenNotMatched(Delivered == 1).ThenDoNothing());
        Render(Merge.WhenMatched(Delivered == 0).ThenDoNothing().WhenMatched().ThenDelete());
        Render(Merge.WhenMatched().ThenUpdate((N, Sql.Default)).WhenNotMatchedBySource(N > 7).ThenUpdate((N, 0)).WhenNotMatchedBySource().ThenDelete().Returning(N));
        Render(Sql.Merge(stock).Using(source, stock.C("id") == source.C("stock_id")).WhenMatched().ThenUpdate((stock.Columns["n"], source.C("total"))));
    }

    [Test]
    public void Changes_over_several_tables()
    {
        var (stock, delivery) = (Stock.As("s"), Delivery.As("d"));
        Render(Sql.Update(stock).Set(stock.Columns["n"], delivery.Columns["n"]).Where(stock.C("id") == delivery.C("stock_id")));
        Render(Sql.Update(stock).Set(stock.Columns["n"], 1).Where(stock.C("id") == 1));
        Render(Sql.Update(Stock).Set(N, Delivered).From(Delivery.Join(delivery, Delivery.C("id") == delivery.C("id"))).Where(Stock.C("id") == Delivery.C("stock_id")));
        Render(Sql.Update(Stock).Set(N, Sql.Select(Func.Sum(Delivered)).Where(Delivery.C("stock_id") == Stock.C("id"))).Where(Sql.Select(Delivery.C("id")).Where(Delivery.C("stock_id") == Stock.C("id")).Exists()));
        Render(Sql.Delete(stock).Where(stock.C("id") == 1));
        Render(Sql.Delete(stock).Where(stock.C("id") == delivery.C("stock_id")));
        Render(Sql.Delete(Stock).Where(Stock.Columns["id"].In(Sql.Select(Delivery.C("stock_id")))).Returning(N));
        Render(Sql.Delete(Stock).Where(N == 1).OrderBy(N.Desc()).Limit(3));
        Render(Sql.Update(Stock).Set(N, 1).OrderBy(N).Limit(3));
    }

    [Test]
    public void Rows_of_defaults_and_common_table_expressions()
    {
        var cte = Sql.Select(Delivery.C("stock_id"), Delivered).Where(Delivered > 1).Cte("c");
        Render(Sql.Insert(Stock).DefaultValues());
        Render(Sql.Insert(Stock).DefaultValues().Returning(N));
        Render(Sql.Insert(Stock).Values(("id", 1), ("n", Sql.Default)));
        Render(Sql.Update(Stock).Set(N, Sql.Default));
        Render(Sql.Insert(Stock).FromSelect(["id", "n"], Sql.Select(cte)));
        Render(Sql.Insert(Stock).FromSelect(["id", "n"], Sql.Select(cte)).Returning(N));
        Render(Sql.Update(Stock).Set(N, 1).Where(Stock.Columns["id"].In(Sql.Select(cte.C("stock_id")))));
        Render(Sql.Delete(Stock).Where(Stock.Columns["id"].In(Sql.Select(cte.C("stock_id")))));
        Render(Sql.Delete(Stock).AddCte(cte));
    }

    private static void Render(ClauseElement statement)
    {
        FactStatements.Met(statement, FactDialects.Default);
        Dialect[] all = [Dialects.PostgreSql, Dialects.MySql, Dialects.MariaDb, Dialects.Sqlite, Dialects.Oracle, Dialects.SqlServer];
        Assert.That(all.Count(d => Says(d, statement)), Is.GreaterThanOrEqualTo(1), "no database says it");
    }

    private static bool Says(Dialect dialect, ClauseElement statement)
    {
        try
        {
            return dialect.Compile(statement).Text.Length > 0;
        }
        catch (CompileException refused)
        {
            Assert.That(refused.Dialect, Is.EqualTo(dialect.Name));
            return false;
        }
    }
}
