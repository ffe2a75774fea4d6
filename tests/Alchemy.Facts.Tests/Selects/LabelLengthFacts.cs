using static Alchemy.Tests.SelectTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_labels.py, MaxIdentTest and LabelLengthTest; test/dialect/oracle/test_compiler.py: names that are too long.</summary>
[TestFixture]
public sealed class LabelLengthFacts : FactFixture
{
    private readonly Table _large = Named("some_large_named_table", "this_is_the_primarykey_column", "this_is_the_data_column");

    private UntypedColumn Key => _large.C("this_is_the_primarykey_column");

    private static StandardDialect Longest(int characters, StandardDialect? dialect = null) => (dialect ?? FactDialects.Default).With(f => f with { LabelLength = characters });

    [Test]
    public void Parameters()
    {
        var (one, two) = (Sql.Select(_large).Where(Key == 4), Sql.Select(_large).Where(Sql.Or(Key == 4, Key == 2)));
        Fact(2882, Longest(29), one, "SELECT some_large_named_table.this_is_the_primarykey_column, some_large_named_table.this_is_the_data_column FROM some_large_named_table WHERE some_large_named_table.this_is_the_primarykey_column = :this_is_the_primarykey__1", ("this_is_the_primarykey__1", 4));
        Fact(2883, Longest(29, FactDialects.DefaultFormat), one, "SELECT some_large_named_table.this_is_the_primarykey_column, some_large_named_table.this_is_the_data_column FROM some_large_named_table WHERE some_large_named_table.this_is_the_primarykey_column = %s");
        Fact(2884, Longest(29), two, "SELECT some_large_named_table.this_is_the_primarykey_column, some_large_named_table.this_is_the_data_column FROM some_large_named_table WHERE some_large_named_table.this_is_the_primarykey_column = :this_is_the_primarykey__1 OR some_large_named_table.this_is_the_primarykey_column = :this_is_the_primarykey__2", ("this_is_the_primarykey__1", 4), ("this_is_the_primarykey__2", 2));
        Fact(2885, Longest(29, FactDialects.DefaultFormat), two, "SELECT some_large_named_table.this_is_the_primarykey_column, some_large_named_table.this_is_the_data_column FROM some_large_named_table WHERE some_large_named_table.this_is_the_primarykey_column = %s OR some_large_named_table.this_is_the_primarykey_column = %s");
    }

    [Test]
    public void Labels()
    {
        var inner = Sql.Select(_large).Where(Key == 4).Subquery();
        var labelled = Sql.Select(inner).WithLabelStyle(LabelStyle.TableNamePlusColumn);
        Fact(2886, Longest(29), labelled, "SELECT anon_1.this_is_the_primarykey__2 AS anon_1_this_is_the_prim_1, anon_1.this_is_the_data_column AS anon_1_this_is_the_data_3 FROM (SELECT some_large_named_table.this_is_the_primarykey_column AS this_is_the_primarykey__2, some_large_named_table.this_is_the_data_column AS this_is_the_data_column FROM some_large_named_table WHERE some_large_named_table.this_is_the_primarykey_column = :this_is_the_primarykey__1) AS anon_1");
        Fact(2874, Longest(10), labelled, "SELECT anon_1.this_2 AS anon_1, anon_1.this_4 AS anon_3 FROM (SELECT some_large_named_table.this_is_the_primarykey_column AS this_2, some_large_named_table.this_is_the_data_column AS this_4 FROM some_large_named_table WHERE some_large_named_table.this_is_the_primarykey_column = :this_1) AS anon_1");
        var alias = Named("a", "abcde").As("asdf");
        Fact(2876, Longest(4), Sql.Select(alias), "SELECT asdf.abcde FROM a AS asdf");
        Fact(2877, Longest(4), Sql.Select(alias).WithLabelStyle(LabelStyle.TableNamePlusColumn), "SELECT asdf.abcde AS _1 FROM a AS asdf");
        Fact(2880, Longest(23), Sql.Select(Named("tablename", "columnname_one", "columnn_1")).WithLabelStyle(LabelStyle.TableNamePlusColumn), "SELECT tablename.columnname_one AS tablename_columnn_1, tablename.columnn_1 AS tablename_columnn_2 FROM tablename");
    }

    [Test]
    public void Aliases()
    {
        Fact(2887, Longest(29), Sql.Select(Named("table_with_exactly_29_characs", "this_is_the_primarykey_column", "this_is_the_data_column").As()), "SELECT table_with_exactly_29_c_1.this_is_the_primarykey_column, table_with_exactly_29_c_1.this_is_the_data_column FROM table_with_exactly_29_characs AS table_with_exactly_29_c_1");
        var metadata = new MetaData();
        var a = new Table("thirty_characters_table_xxxxxx", metadata, new Column("id", SqlTypes.Integer, primaryKey: true));
        var b = new Table("other_thirty_characters_table_", metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("thirty_characters_table_id", SqlTypes.Integer, primaryKey: true),
            new ForeignKeyConstraint(["thirty_characters_table_id"], "thirty_characters_table_xxxxxx", ["id"]));
        var anonymous = a.As();
        var select = All(b, anonymous).SelectFrom(b.OuterJoin(anonymous)).WithLabelStyle(LabelStyle.TableNamePlusColumn);
        Fact(634, Longest(30), select, "SELECT other_thirty_characters_table_.id AS other_thirty_characters__1, other_thirty_characters_table_.thirty_characters_table_id AS other_thirty_characters__2, thirty_characters_table__1.id AS thirty_characters_table__3 FROM other_thirty_characters_table_ LEFT OUTER JOIN thirty_characters_table_xxxxxx AS thirty_characters_table__1 ON thirty_characters_table__1.id = other_thirty_characters_table_.thirty_characters_table_id");
        Fact(635, Longest(30, FactDialects.Oracle), select, "SELECT other_thirty_characters_table_.id AS other_thirty_characters__1, other_thirty_characters_table_.thirty_characters_table_id AS other_thirty_characters__2, thirty_characters_table__1.id AS thirty_characters_table__3 FROM other_thirty_characters_table_ LEFT OUTER JOIN thirty_characters_table_xxxxxx thirty_characters_table__1 ON thirty_characters_table__1.id = other_thirty_characters_table_.thirty_characters_table_id");
    }
}
