using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_syntax_extensions.py; test/ext/test_compiler.py; CustomExtensionTest of test/dialect/mysql/test_compiler.py.</summary>
[TestFixture]
public sealed class ExtensionFacts : FactFixture
{
    private static readonly Table T1 = new("t1", new MetaData(), Int("c1"), Int("c2"));

    private static Select Plain => Sql.Select(Sql.Column("a"), Sql.Column("b"));

    private static Select Full => Plain.Where(Sql.Column("q") == 5).Having(Sql.Column("z") == 10).OrderBy(Sql.Column("r"));

    [Test]
    public void Clauses_of_a_SELECT()
    {
        Fact(4013, Plain.Ext(new Words("POST SELECT KEYWORD", ExtensionPoint.AfterSelect)).Where(Sql.Column("q") == 5), "SELECT POST SELECT KEYWORD a, b WHERE q = :q_1", ("q_1", 5));
        Fact(4014, Plain.Ext(new Words("PRE COLUMNS", ExtensionPoint.BeforeColumns)).Where(Sql.Column("q") == 5).Distinct(), "SELECT DISTINCT PRE COLUMNS a, b WHERE q = :q_1", ("q_1", 5));
        Fact(4008, Full.Ext(new Words("POST CRITERIA", ExtensionPoint.AfterCriteria)), "SELECT a, b WHERE q = :q_1 HAVING z = :z_1 POST CRITERIA ORDER BY r", ("q_1", 5), ("z_1", 10));
        Assert.That(Full.Limit(15).Ext(new Words("POST SELECT BODY", ExtensionPoint.AfterBody)).ToString(),
            Is.EqualTo("SELECT a, b WHERE q = :q_1 HAVING z = :z_1 ORDER BY r LIMIT :param_1 POST SELECT BODY"));
    }

    [Test]
    public void Several_clauses_at_one_place()
    {
        var two = Full.Ext(new Words("POST CRITERIA", ExtensionPoint.AfterCriteria)).Ext(new Once("2 POST CRITERIA 2"));
        Fact(4009, two, "SELECT a, b WHERE q = :q_1 HAVING z = :z_1 POST CRITERIA 2 POST CRITERIA 2 ORDER BY r", ("q_1", 5), ("z_1", 10));
        Assert.That(two.Ext(new Once("3")).ToString(), Is.EqualTo("SELECT a, b WHERE q = :q_1 HAVING z = :z_1 POST CRITERIA 3 ORDER BY r"), "a clause that stands once takes the place of the one before");
    }

    [Test]
    public void Clauses_of_changes()
    {
        var t = Sql.Table("t", Sql.Column("a"), Sql.Column("b"));
        var criteria = new Words("POST CRITERIA", ExtensionPoint.AfterCriteria);
        Fact(4015, Sql.Update(t).Ext(criteria).Where(t.C("a") == "hi"), "UPDATE t SET a=:a, b=:b WHERE t.a = :a_1 POST CRITERIA", ("a", null), ("b", null), ("a_1", "hi"));
        Assert.That(Sql.Delete(t).Ext(criteria).Where(t.C("a") == "hi").ToString(), Is.EqualTo("DELETE FROM t WHERE t.a = :a_1 POST CRITERIA"));
        Assert.That(Sql.Insert(t).Ext(new Words("POST VALUES", ExtensionPoint.AfterValues)).ToString(), Is.EqualTo("INSERT INTO t (a, b) VALUES (:a, :b) POST VALUES"));
        var clause = new Words("this is a clause", ExtensionPoint.AfterCriteria);
        var (one, two) = (Sql.Table("t", Sql.Column("col1")), Sql.LiteralColumn("5"));
        Fact(875, FactDialects.MySql, Sql.Delete(one).Limit(two).Ext(clause), "DELETE FROM t LIMIT 5 this is a clause");
        Fact(876, FactDialects.MySql, Sql.Update(one).Values(("col1", 123)).Limit(two).Ext(clause), "UPDATE t SET col1=%s LIMIT 5 this is a clause", ("col1", 123));
    }

    [Test]
    public void A_place_that_the_statement_does_not_have_is_refused()
    {
        var e = Assert.Throws<InvalidStatementException>(() => Plain.Ext(new Words("x", ExtensionPoint.AfterValues)));
        Assert.That(e!.Message, Does.Contain("Words stands at AfterValues").And.Contain("AfterCriteria"));
        Assert.Throws<InvalidStatementException>(() => Sql.Insert(T1).Ext(new Words("x", ExtensionPoint.AfterCriteria)));
    }

    [Test]
    public void Expressions_in_a_clause_are_adapted()
    {
        var select = Sql.Select(T1).Ext(new ColumnExpressions(T1.C("c1"), T1.C("c2")));
        Fact(4005, select, "SELECT COLUMN EXPRESSIONS (t1.c1, t1.c2) t1.c1, t1.c2 FROM t1");
        var inner = Sql.Select(T1).Subquery();
        Fact(4004, new ClauseAdapter(inner).Rewrite(select),
            "SELECT COLUMN EXPRESSIONS (anon_1.c1, anon_1.c2) anon_1.c1, anon_1.c2 FROM (SELECT t1.c1 AS c1, t1.c2 AS c2 FROM t1) AS anon_1");
    }

    [Test]
    public void Columns_of_the_users_own()
    {
        const string reason = "the element has a name, by which its column is read: its text is not that name, so it gets a label; no mark of a parameter ends at a '!'";
        Differs(1805, reason, Sql.Select(Sql.Column("foo"), new Thingy("MYTHINGY!")).ToString(), "SELECT foo, >>MYTHINGY!<<", "SELECT foo, >>MYTHINGY!<< AS \"MYTHINGY!\"");
        Differs(1806, reason, Sql.Select(new Thingy("x"), new Thingy("y")).Where(new Thingy("MYTHINGY!").AsUntyped() == Sql.Parameter("MYTHINGY!", value: 5, unique: true)).ToString(),
            "SELECT >>x<<, >>y<< WHERE >>MYTHINGY!<< = :MYTHINGY!_1", "SELECT >>x<< AS x, >>y<< AS y WHERE >>MYTHINGY!<< = :MYTHINGY__1");
        var created = new Table("t", new MetaData(), Int("a"), new Column("xmin", SqlTypes.Integer) { IsSystem = true }, Int("c"));
        Fact(1807, new CreateTable(created), "CREATE TABLE t ( a INTEGER, c INTEGER )");
    }

    [Test]
    public void Functions_of_the_users_own()
    {
        ExtensionRenderers.Register<Named>("postgresql", (_, sql) => sql.Write("mythingy"));
        Fact(1824, FactDialects.PostgreSql, Sql.Select(Sql.Select(new Named(null, "text")).Subquery()), "SELECT anon_2.anon_1 FROM (SELECT mythingy AS anon_1) AS anon_2");
        var t = Sql.Table("t1", Sql.Column("q"));
        Fact(1825, FactDialects.Sqlite, Sql.Select(new Called(null, t.C("q"))), "SELECT my_function(t1.q) AS anon_1 FROM t1");
        Fact(1826, FactDialects.Sqlite, Sql.Select(new Called("my_function", t.C("q"))), "SELECT my_function(t1.q) AS my_function_1 FROM t1");
        Fact(1818, Sql.Select(new Named("sub1", "sub1"), new Named("sub2", "sub2"), new Named("subsub1", "subsub1")), "SELECT sub1 AS sub1_1, sub2 AS sub2_1, subsub1 AS subsub1_1");
        Fact(1819, Sql.Select(new Named("sub1", "FOOsub1"), new Named("sub2", "sub2"), new Named("subsub1", "FOOsubsub1")), "SELECT FOOsub1 AS sub1_1, sub2 AS sub2_1, FOOsubsub1 AS subsub1_1");
    }

    [Test]
    public void A_compiler_of_the_users_own_renders_what_there_is_in_its_own_way()
    {
        var t = Sql.Table("t", Sql.Column("a"), Sql.Column("b"), Sql.Column("c"));
        Fact(917, new BindDialect().Compile(Sql.Select(t).Where(t.C("c") == 5)).Text, "SELECT t.a, t.b, t.c FROM t WHERE t.c = BIND(:c_1)");
    }

    private sealed class Words(string text, ExtensionPoint point) : SyntaxExtension
    {
        protected override ExtensionPoint Point => point;

        protected override void Describe(PartList parts) => parts.Text(text).Number((int)point);

        protected override void Render(SqlCompiler compiler) => compiler.Write(text);
    }

    private sealed class Once(string text) : SyntaxExtension
    {
        protected override ExtensionPoint Point => ExtensionPoint.AfterCriteria;

        protected override IReadOnlyList<SyntaxExtension> Join(IReadOnlyList<SyntaxExtension> existing) => ReplaceOwnType(existing);

        protected override void Describe(PartList parts) => parts.Text(text);

        protected override void Render(SqlCompiler compiler) => compiler.Write(text);
    }

    private sealed class ColumnExpressions(params IReadOnlyList<ColumnElement> columns) : SyntaxExtension
    {
        protected override ExtensionPoint Point => ExtensionPoint.AfterSelect;

        protected override void Describe(PartList parts) => parts.Nodes(columns);

        protected override ClauseElement RewriteChildren(SqlRewriter rewriter)
        {
            var rewritten = rewriter.Rewrite(columns);
            return ReferenceEquals(rewritten, columns) ? this : new ColumnExpressions(rewritten);
        }

        protected override void Render(SqlCompiler compiler) => compiler.Write("COLUMN EXPRESSIONS (").Render(columns).Write(")");
    }

    private sealed class Thingy(string name) : ExtensionElement
    {
        public override string Name => name;

        public override SqlType Type => SqlTypes.Null;

        protected override void Describe(PartList parts) => parts.Text(name);

        protected override void Render(SqlCompiler compiler) => compiler.Write($">>{name}<<");
    }

    private sealed class Named(string? stem, string text) : ExtensionElement
    {
        public override SqlType Type => SqlTypes.Null;

        protected override string LabelStem => stem ?? base.LabelStem;

        protected override void Describe(PartList parts) => parts.Text(text).Text(stem);

        protected override void Render(SqlCompiler compiler) => compiler.Write(text);
    }

    private sealed class Called(string? stem, ColumnElement argument) : ExtensionElement
    {
        public override SqlType Type => SqlTypes.Null;

        protected override string LabelStem => stem ?? base.LabelStem;

        protected override void Describe(PartList parts) => parts.Node(argument).Text(stem);

        protected override void Render(SqlCompiler compiler) => compiler.Write("my_function(").Render(argument).Write(")");
    }

    private sealed class BindDialect() : StandardDialect
    {
        protected override SqlCompiler CreateCompiler(ClauseElement statement) => new BindCompiler(this, statement);
    }

    private sealed class BindCompiler(Dialect dialect, ClauseElement statement) : SqlCompiler(dialect, statement)
    {
        protected override void VisitBindParameter(BindParameter node)
        {
            Write("BIND(");
            base.VisitBindParameter(node);
            Write(")");
        }
    }
}
