using static Alchemy.Tests.FactTables;
using static Alchemy.Tests.SelectTables;

namespace Alchemy.Tests;

/// <summary>SELECTs that SQLAlchemy has no facts about: parsers and servers judge what each dialect makes of them.</summary>
[TestFixture]
public sealed class JudgedSelects : FactFixture
{
    private static readonly Table T = Numbers("t", "id", "a", "b");

    private static ColumnExpression<int> A => T.C<int>("a");

    private static ColumnExpression<int> B => T.C<int>("b");

    [Test]
    public void Named_windows()
    {
        Judged(Sql.Select(T.C("id"), Func.Rank().Over("w").As("r")).Window("w", w => w.PartitionBy(A).OrderBy(B)));
        Judged(Sql.Select(Func.Sum(A).Over(w => w.BasedOn("w").OrderBy(B).Rows(-1, 0)).As("s")).Window("w", w => w.PartitionBy(A)).OrderBy(T.C("id")));
        Judged(Sql.Select(Func.Sum(A).Over("v").As("s"), Func.RowNumber().Over("u").As("n")).Where(B > 1).Window("u", w => w.PartitionBy(A)).Window("v", w => w.BasedOn("u").OrderBy(B).Rows(null, 0)));
        Judged(Sql.Select(A, Func.Rank().Over("order").As("r")).GroupBy(A).Having(Func.Count() > 1).Window("order", w => w.OrderBy(A)).OrderBy(A).Limit(2).Offset(1));
        var inner = Sql.Select(T.C("id"), Func.RowNumber().Over("w").As("n")).Window("w", w => w.PartitionBy(A).OrderBy(B)).Subquery();
        Judged(Sql.Select(inner.C("id")).Where(inner.C("n") == 1).Union(Sql.Select(A)));
    }

    [Test]
    public void Labels_by_name()
    {
        Judged(Sql.Select((A + B).As("total"), Func.Count().As("n")).GroupBy("total").OrderBy("total"));
        Judged(Sql.Select((A + B).As("a"), Func.Count().As("n")).GroupBy("a"));
        Judged(Sql.Select((A + B).As(), A).OrderBy(A));
        var total = (A + B).As();
        Judged(Sql.Select(total).OrderBy(total.Desc()));
        Judged(Sql.Select((A + B).As("total")).DistinctOn("total"));
    }

    [Test]
    public void Conditions_in_CASE()
    {
        Judged(Sql.Select(Sql.Case<int>(A > 1, 2).When(Sql.And(A == 0, B == 0), 3).Else(B).As("c")).SelectFrom(T));
        Judged(Sql.Select(Sql.Case<int>(Sql.Select(T.C("id")).Where(A == 7).Exists(), Sql.Literal(1)).Else(Sql.Literal(0)).As("c")));
        Judged(Sql.Select(Sql.CaseOf<int>(A).When(1, 2).When(B + A, 3).End().As("c")));
    }

    [Test]
    public void Rows_changed_through_a_CTE()
    {
        var cte = Sql.Select(T.C("id"), A).Where(B > 1).Cte("c");
        Judged(Sql.Delete(cte).Where(cte.C("a") > 5));
        Judged(Sql.Update(cte).Set(cte.C("a"), 5));
    }

    private static void Judged(ClauseElement statement)
    {
        FactStatements.Met(statement, FactDialects.Enhanced);
        Assert.That(new Dialect[] { Dialects.PostgreSql, Dialects.MySql, Dialects.MariaDb, Dialects.Sqlite, Dialects.Oracle, Dialects.SqlServer }.Count(d => Says(d, statement)), Is.GreaterThanOrEqualTo(1), "no database says it");
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
