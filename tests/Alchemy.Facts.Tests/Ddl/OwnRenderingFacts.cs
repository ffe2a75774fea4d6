namespace Alchemy.Tests;

/// <summary>test/sql/test_metadata.py, ColumnDefinitionTest: columns that a program renders in its own way.</summary>
[TestFixture]
public sealed class OwnRenderingFacts : DdlFactFixture
{
    [Test]
    public void A_columns_line()
    {
        ExtensionRenderers.Register<CreateColumn>("special", (node, sql) =>
        {
            if (node.Column.Type is not IntegerType and not StringType { Length: 20 })
            {
                node.WriteDefault(sql);
                return;
            }

            sql.WriteColumnName(node.Column).Write(" SPECIAL DIRECTIVE ").WriteType(node.Column.Type).Write(node.Column.IsNullable ? "" : " NOT NULL");
        });
        var t = T("mytable", new Column("x", SqlTypes.Integer, primaryKey: true), Str("y", 50), Str("z", 20));
        Fact(3028, new SpecialDialect().Compile(new CreateTable(t)).ToString(), "CREATE TABLE mytable ( x SPECIAL DIRECTIVE INTEGER NOT NULL, y VARCHAR(50), z SPECIAL DIRECTIVE VARCHAR(20), PRIMARY KEY (x) )");
    }

    [Test]
    public void A_columns_name_in_statements()
    {
        var foo = T("foo", new Column("id", SqlTypes.Integer, primaryKey: true), Str("name"));
        Fact(3029, new SpecialDialect().Compile(Sql.Select(Sql.Select(foo).Subquery())).ToString(), "SELECT anon_1.id-, anon_1.name- FROM (SELECT foo.id- AS id, foo.name- AS name FROM foo) AS anon_1");
    }

    private sealed class SpecialDialect : StandardDialect
    {
        public override string Name => "special";

        protected override SqlCompiler CreateCompiler(ClauseElement statement) => new DashedCompiler(this, statement);
    }

    private sealed class DashedCompiler(Dialect dialect, ClauseElement statement) : SqlCompiler(dialect, statement)
    {
        protected override void VisitColumn(Column node)
        {
            base.VisitColumn(node);
            Write("-");
        }

        protected override void VisitProxyColumn(ProxyColumn node)
        {
            base.VisitProxyColumn(node);
            Write("-");
        }
    }
}
