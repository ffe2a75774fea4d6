namespace Alchemy.Tests;

/// <summary>test/sql/test_operators.py, CustomUnaryOperatorTest and CustomOpDialectCompileTest.</summary>
[TestFixture]
public sealed class CustomOperatorFacts : FactFixture
{
    private static UntypedColumn Col { get; } = Sql.Column("somecol", SqlTypes.Integer);

    private static UntypedColumn Q { get; } = Sql.Column("q");

    private static CustomOperator Dashes { get; } = new("---");

    private static StandardDialect Ours { get; } = new ArrowDialect();

    private sealed class ArrowDialect : StandardDialect
    {
        protected override SqlCompiler CreateCompiler(ClauseElement statement) => new ArrowCompiler(this, statement);
    }

    private sealed class ArrowCompiler(Dialect dialect, ClauseElement statement) : SqlCompiler(dialect, statement)
    {
        protected override SqlCompiler WriteCustom(BinaryExpression node)
            => node.Custom == Dashes ? Write("|").Render(node.Left).Write("| ->").Render(node.Right).Write("<-") : base.WriteCustom(node);

        protected override SqlCompiler WriteCustom(UnaryExpression node)
            => node.Custom == Dashes ? Write("|->").Render(node.Operand) : base.WriteCustom(node);
    }

    [Test]
    public void Operators_with_one_operand()
    {
        Fact(3422, Col.UnaryOp(new CustomOperator("!"), isPostfix: true),
            "somecol !");
        Fact(3424, Col.UnaryOp(new CustomOperator("!!")),
            "!! somecol");
        Fact(3429, FactDialects.DefaultFormat, Col.UnaryOp(new CustomOperator("%")),
            "%% somecol");
        Fact(3430, Col.UnaryOp(new CustomOperator("%")),
            "% somecol");
    }

    [Test]
    public void A_dialect_gives_them_another_form()
    {
        Fact(3414, Ours, Q.Op(Dashes, Sql.Column("y")),
            "|q| ->y<-");
        Fact(3415, FactDialects.Sqlite, Q.Op(Dashes, Sql.Column("y")),
            "q --- y");
        Fact(3418, Ours, Sql.Column("zqr").UnaryOp(Dashes),
            "|->zqr");
        Fact(3419, FactDialects.Sqlite, Sql.Column("zqr").UnaryOp(Dashes),
            "--- zqr");
    }
}
