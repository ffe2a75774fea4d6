using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_functions.py, TableValuedCompileTest, and test/dialect/oracle/test_compiler.py, TableValuedFunctionTest.</summary>
[TestFixture]
public sealed class TableFunctionFacts : FactFixture
{
    private static Table Assets { get; } = new("assets_transactions", new MetaData(), Int("id"), new Column("contents", SqlTypes.Json));

    private static TableFunction Each { get; } = Func.Call("jsonb_each", Assets.C("contents")).TableValued("key", "value");

    private static Table Rows { get; } = new("a", new MetaData(), Int("id"), Int("x"), Int("y"));

    private static UntypedColumn Strings(int count) => Func.Call("scalar_strings", count);

    [Test]
    public void Rows_of_a_function()
    {
        Fact(2566, FactDialects.Enhanced, Sql.Select(Assets.C("id"), Each.C("key"), Each.C("value")).SelectFrom(Assets.Join(Each, Constant.True)),
            "SELECT assets_transactions.id, anon_1.key, anon_1.value FROM assets_transactions JOIN jsonb_each(assets_transactions.contents) AS anon_1 ON true");
        Fact(2553, FactDialects.Enhanced, Sql.Select(Sql.LiteralColumn("*")).SelectFrom(Func.Call("json_object_keys", Sql.Value("{}", SqlTypes.Json)).TableValued("keys").WithOrdinality("n").RenderDerived().Named("t")),
            "SELECT * FROM json_object_keys(:param_1) WITH ORDINALITY AS t(keys, n)");
        Fact(2549, FactDialects.Enhanced, Sql.Select(Func.Unnest(Sql.Parameter("unnest", SqlTypes.Array(SqlTypes.String()), new[] { "one" }, unique: true)).ColumnValued()),
            "SELECT anon_1 FROM unnest(:unnest_1) AS anon_1");
    }

    [Test]
    public void Columns_of_a_functions_row()
    {
        Fact(2562, FactDialects.Enhanced, Sql.Select(Assets.C("id"), Func.Call("jsonb_each", Assets.C("contents")).ScalarTableValued("key"), Func.Call("jsonb_each", Assets.C("contents")).ScalarTableValued("value")),
            "SELECT assets_transactions.id, (jsonb_each(assets_transactions.contents)).key, (jsonb_each(assets_transactions.contents)).value FROM assets_transactions");
    }

    [Test]
    public void A_row_as_a_value()
    {
        Fact(2565, FactDialects.Enhanced, Sql.Select(Func.Call("row_to_json", Sql.TableValued(Rows))),
            "SELECT row_to_json(a) AS row_to_json_1 FROM a");
    }

    [Test]
    public void Oracle_makes_a_table_of_them()
    {
        Fact(1793, FactDialects.Oracle, Sql.Select(Strings(5).ColumnValued()),
            "SELECT anon_1.COLUMN_VALUE FROM TABLE (scalar_strings(:scalar_strings_1)) anon_1", ("scalar_strings_1", 5));
        Fact(1794, FactDialects.Oracle, Sql.Select(Strings(5).ColumnValued(), Strings(3).ColumnValued().As("x")),
            "SELECT anon_1.COLUMN_VALUE, anon_2.COLUMN_VALUE AS x FROM TABLE (scalar_strings(:scalar_strings_1)) anon_1, TABLE (scalar_strings(:scalar_strings_2)) anon_2", ("scalar_strings_1", 5), ("scalar_strings_2", 3));
        Fact(1796, FactDialects.Oracle, Sql.Select(Strings(5).ColumnValued(), Strings(3).ColumnValued()),
            "SELECT anon_1.COLUMN_VALUE, anon_2.COLUMN_VALUE FROM TABLE (scalar_strings(:scalar_strings_1)) anon_1, TABLE (scalar_strings(:scalar_strings_2)) anon_2", ("scalar_strings_1", 5), ("scalar_strings_2", 3));
        Fact(1800, FactDialects.Oracle, Sql.Select(Func.Call("three_pairs").TableValued("string1", "string2")),
            "SELECT anon_1.string1, anon_1.string2 FROM TABLE (three_pairs()) anon_1");
    }
}
