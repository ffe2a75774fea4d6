namespace Alchemy.Tests;

/// <summary>test/sql/test_types.py, ExpressionTest: a collation is part of the type of what is compared.</summary>
[TestFixture]
public sealed class CollatedParameterFacts : FactFixture
{
    private static CastingDialect Casting { get; } = new();

    [Test]
    public void A_parameter_has_the_collation_that_it_is_compared_by()
    {
        var (plain, collated) = (Sql.Column("q", SqlTypes.Text), Sql.Column("q", new TextType(null, "xyz")));
        Fact(4551, Casting, plain.Collate("abc").Like("qpr"), "(q COLLATE abc) LIKE :param_1->BINDCAST->[TEXT COLLATE abc]", ("param_1", "qpr"));
        Fact(4552, Casting, plain.Like("qpr"), "q LIKE :q_1->BINDCAST->[TEXT]", ("q_1", "qpr"));
        Fact(4553, Casting, collated.Like("qpr"), "q LIKE :q_1->BINDCAST->[TEXT COLLATE xyz]", ("q_1", "qpr"));
        Assert.That(Casting.Compile(collated.Collate("abc").Like("qpr")).ToString(), Is.EqualTo("(q COLLATE abc) LIKE :param_1->BINDCAST->[TEXT COLLATE abc]"));
    }

    [Test]
    public void Also_through_a_decorator()
    {
        var plain = Sql.Column("q", new Thing(SqlTypes.Text));
        Assert.That(Casting.Compile(plain.Collate("abc").Like("qpr")).ToString(), Is.EqualTo("(q COLLATE abc) LIKE :param_1->BINDCAST->[TEXT COLLATE abc]"));
        Assert.That(Casting.Compile(plain.Like("qpr")).ToString(), Is.EqualTo("q LIKE :q_1->BINDCAST->[TEXT]"));
    }

    private sealed record Thing(SqlType Impl) : TypeDecorator<string, string>(Impl)
    {
        public override string ToStore(string value) => value;

        public override string FromStore(string value) => value;
    }

    private sealed class CastingDialect() : StandardDialect(features: Instance.Features with { ParameterCast = ParameterCast.Suffix })
    {
        public override TypeCompiler Types { get; } = new CastingTypes();

        protected override SqlCompiler CreateCompiler(ClauseElement statement) => new CastingCompiler(this, statement);
    }

    private sealed class CastingTypes() : TypeCompiler("standard")
    {
        protected override string? ParameterCast(SqlType type) => type is TextType ? Render(type) : null;
    }

    private sealed class CastingCompiler(Dialect dialect, ClauseElement statement) : SqlCompiler(dialect, statement)
    {
        protected override string ParameterCastText(string type) => $"->BINDCAST->[{type}]";
    }
}
