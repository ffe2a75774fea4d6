namespace Alchemy.Tests;

/// <summary>test/sql/test_functions.py, CollectionAggregateFunctionTest, CompileTest and TableValuedCompileTest.</summary>
[TestFixture]
public sealed class LastFunctionFacts : FactFixture
{
    private static ColumnElement Of(string function) => Func.Call(function, Sql.Column("arr", SqlTypes.Integer)) == Sql.Column("x", SqlTypes.Integer);

    [Test]
    public void Not_any_is_not_none()
    {
        Fact(2400, Sql.Not(Of("all")), "NOT (all(arr) = x)");
        Fact(2401, Sql.Not(Of("any")), "NOT (any(arr) = x)");
        Fact(2402, Sql.Not(Of("some")), "NOT (some(arr) = x)");
    }

    [Test]
    public void Plain_calls()
    {
        Fact(2428, FactDialects.Sqlite, Func.Call("current_date"), "CURRENT_DATE");
        Fact(2533, Sql.Select(Sql.LiteralColumn("*")).SelectFrom(Sql.Select(Func.Call("rows", "foo")).Subquery()), "SELECT * FROM (SELECT rows(:rows_2) AS rows_1) AS anon_1", ("rows_2", "foo"));
    }

    [Test]
    public void A_functions_rows_in_subqueries()
    {
        var (x, y) = (Func.Call("generate_series", 1, 2).ColumnValued("x"), Func.Call("generate_series", 3, 4).ColumnValued("y"));
        var subquery = Sql.Select(x, y).Subquery();
        Fact(2550, FactDialects.Enhanced, Sql.Select(subquery).Where(subquery.C("x") > 2),
            "SELECT anon_1.x, anon_1.y FROM (SELECT x, y FROM generate_series(:generate_series_1, :generate_series_2) AS x, generate_series(:generate_series_3, :generate_series_4) AS y) AS anon_1 WHERE anon_1.x > :x_1",
            ("generate_series_1", 1), ("generate_series_2", 2), ("generate_series_3", 3), ("generate_series_4", 4), ("x_1", 2));
        var a = Sql.Table("a", Sql.Column("id"), Sql.Column("x"), Sql.Column("y"));
        Fact(2564, FactDialects.Enhanced, Sql.Select(Func.Call("row_to_json", Sql.TableValued(Sql.Select(a).Subquery()))),
            "SELECT row_to_json(anon_1) AS row_to_json_1 FROM (SELECT a.id AS id, a.x AS x, a.y AS y FROM a) AS anon_1");
    }

    [Test]
    public void A_functions_rows_of_documents()
    {
        var test = Sql.Table("test", Sql.Column("id"), Sql.Column("data", SqlTypes.Json));
        var elem = Func.Call("json_array_elements_text", test.C("data")["key"]).TableValued("value").Named("elem");
        var depth = Sql.Select(Func.Call("max", elem.C("value").Cast(SqlTypes.Float()))).Scalar<double>().As("maxdepth");
        Fact(2547, FactDialects.Enhanced, Sql.Select(test.C("id").As("test_id"), depth).OrderBy(depth),
            "SELECT test.id AS test_id, (SELECT max(CAST(elem.value AS FLOAT)) AS max_1 FROM json_array_elements_text(test.data[:data_1]) AS elem) AS maxdepth FROM test ORDER BY maxdepth", ("data_1", "key"));

        var check = Sql.Table("check", Sql.Column("id"), Sql.Column("response", SqlTypes.Json));
        var (inside, outside) = (check.As("check_inside"), check.As("_check"));
        var results = Sql.Select(inside.C("response")["Results"]).Where(inside.C("id") == outside.C("id")).ScalarSubquery();
        var row = new UntypedColumn(new TableFunction(Func.Call("json_array_elements", results), [], "result_elem").Row(SqlTypes.Json));
        Fact(2552, FactDialects.Enhanced, Sql.Select(row["Field"].As("field")).Where(row["Name"] == "FooBar").SelectFrom(outside),
            "SELECT result_elem[:result_elem_1] AS field FROM \"check\" AS _check, json_array_elements((SELECT check_inside.response[:response_1] AS anon_1 FROM \"check\" AS check_inside WHERE check_inside.id = _check.id)) AS result_elem WHERE result_elem[:result_elem_2] = :param_1",
            ("result_elem_1", "Field"), ("response_1", "Results"), ("result_elem_2", "Name"), ("param_1", "FooBar"));
    }
}
