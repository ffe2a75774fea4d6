namespace Alchemy.Tests;

/// <summary>test/sql/test_sequences.py, SequenceDDLTest; test/sql/test_compiler.py, DDLTest; test/dialect/postgresql and oracle/test_compiler.py, SequenceTest.</summary>
[TestFixture]
public sealed class SequenceFacts : DdlFactFixture
{
    [Test]
    public void How_a_sequence_counts()
    {
        Fact(3957, Of(new Sequence("foo_seq")), "CREATE SEQUENCE foo_seq");
        Fact(3958, Of(new Sequence("foo_seq") { Start = 5 }), "CREATE SEQUENCE foo_seq START WITH 5");
        Fact(3969, Of(new Sequence("foo_seq") { Increment = 2 }), "CREATE SEQUENCE foo_seq INCREMENT BY 2");
        Fact(3976, Of(new Sequence("foo_seq") { Increment = 2, Start = 5 }), "CREATE SEQUENCE foo_seq INCREMENT BY 2 START WITH 5");
        Fact(3977, Of(new Sequence("foo_seq") { Increment = 2, Start = 0, MinValue = 0 }), "CREATE SEQUENCE foo_seq INCREMENT BY 2 START WITH 0 MINVALUE 0");
        Fact(3978, Of(new Sequence("foo_seq") { Increment = 2, Start = 1, MaxValue = 5 }), "CREATE SEQUENCE foo_seq INCREMENT BY 2 START WITH 1 MAXVALUE 5");
        Fact(3979, Of(new Sequence("foo_seq") { Increment = 2, Start = 1, NoMaxValue = true }), "CREATE SEQUENCE foo_seq INCREMENT BY 2 START WITH 1 NO MAXVALUE");
        Fact(3980, Of(new Sequence("foo_seq") { Increment = 2, Start = 0, NoMinValue = true }), "CREATE SEQUENCE foo_seq INCREMENT BY 2 START WITH 0 NO MINVALUE");
        Fact(3981, Of(new Sequence("foo_seq") { Start = 1, MaxValue = 10, Cycle = true }), "CREATE SEQUENCE foo_seq START WITH 1 MAXVALUE 10 CYCLE");
        Fact(3982, Of(new Sequence("foo_seq") { Cache = 1000 }), "CREATE SEQUENCE foo_seq CACHE 1000");
    }

    [Test]
    public void From_where_to_where()
    {
        Fact(3959, Of(new Sequence("foo_seq") { MinValue = 42 }), "CREATE SEQUENCE foo_seq MINVALUE 42");
        Fact(3960, Of(new Sequence("foo_seq") { MinValue = -42 }), "CREATE SEQUENCE foo_seq MINVALUE -42");
        Fact(3961, Of(new Sequence("foo_seq") { Increment = 2, MinValue = 42 }), "CREATE SEQUENCE foo_seq INCREMENT BY 2 MINVALUE 42");
        Fact(3962, Of(new Sequence("foo_seq") { Increment = 2, MinValue = -42 }), "CREATE SEQUENCE foo_seq INCREMENT BY 2 MINVALUE -42");
        Fact(3963, Of(new Sequence("foo_seq") { Increment = -2, MinValue = 42 }), "CREATE SEQUENCE foo_seq INCREMENT BY -2 MINVALUE 42");
        Fact(3964, Of(new Sequence("foo_seq") { Increment = -2, MinValue = -42 }), "CREATE SEQUENCE foo_seq INCREMENT BY -2 MINVALUE -42");
        Fact(3965, Of(new Sequence("foo_seq") { MaxValue = 99 }), "CREATE SEQUENCE foo_seq MAXVALUE 99");
        Fact(3966, Of(new Sequence("foo_seq") { MaxValue = -99 }), "CREATE SEQUENCE foo_seq MAXVALUE -99");
        Fact(3967, Of(new Sequence("foo_seq") { Increment = 2, MaxValue = 99 }), "CREATE SEQUENCE foo_seq INCREMENT BY 2 MAXVALUE 99");
        Fact(3968, Of(new Sequence("foo_seq") { Increment = -2, MaxValue = 99 }), "CREATE SEQUENCE foo_seq INCREMENT BY -2 MAXVALUE 99");
        Fact(3970, Of(new Sequence("foo_seq") { Increment = -2, MaxValue = -99 }), "CREATE SEQUENCE foo_seq INCREMENT BY -2 MAXVALUE -99");
        Fact(3971, Of(new Sequence("foo_seq") { MinValue = 42, MaxValue = 99 }), "CREATE SEQUENCE foo_seq MINVALUE 42 MAXVALUE 99");
        Fact(3972, Of(new Sequence("foo_seq") { Increment = 2, MinValue = 42, MaxValue = 99 }), "CREATE SEQUENCE foo_seq INCREMENT BY 2 MINVALUE 42 MAXVALUE 99");
        Fact(3973, Of(new Sequence("foo_seq") { Increment = 2, MinValue = -42, MaxValue = -9 }), "CREATE SEQUENCE foo_seq INCREMENT BY 2 MINVALUE -42 MAXVALUE -9");
        Fact(3974, Of(new Sequence("foo_seq") { Increment = -2, MinValue = 42, MaxValue = 99 }), "CREATE SEQUENCE foo_seq INCREMENT BY -2 MINVALUE 42 MAXVALUE 99");
        Fact(3975, Of(new Sequence("foo_seq") { Increment = -2, MinValue = -42, MaxValue = -9 }), "CREATE SEQUENCE foo_seq INCREMENT BY -2 MINVALUE -42 MAXVALUE -9");
    }

    [Test]
    public void A_sequence_that_is_there_already()
    {
        Fact(3983, new CreateSequence(new Sequence("foo_seq"), ifNotExists: true), "CREATE SEQUENCE IF NOT EXISTS foo_seq");
        Fact(3984, new DropSequence(new Sequence("foo_seq")), "DROP SEQUENCE foo_seq");
        Fact(3985, new DropSequence(new Sequence("foo_seq"), ifExists: true), "DROP SEQUENCE IF EXISTS foo_seq");
    }

    [Test]
    public void The_place_of_a_schema()
    {
        Sequence s1 = new("s1"), s2 = new("s2", "foo"), s3 = new("s3", "bar");
        Fact(890, WithSchemas(Default, new CreateSequence(s1)), "CREATE SEQUENCE __[SCHEMA__none].s1");
        Fact(892, WithSchemas(Default, new CreateSequence(s2)), "CREATE SEQUENCE __[SCHEMA_foo].s2");
        Fact(894, WithSchemas(Default, new CreateSequence(s3)), "CREATE SEQUENCE __[SCHEMA_bar].s3");
        Fact(891, WithSchemas(FactDialects.Enhanced, s1.NextValue()), "<next sequence value: __[SCHEMA__none].s1>");
        Fact(893, WithSchemas(FactDialects.Enhanced, s2.NextValue()), "<next sequence value: __[SCHEMA_foo].s2>");
        Fact(895, WithSchemas(FactDialects.Enhanced, s3.NextValue()), "<next sequence value: __[SCHEMA_bar].s3>");
    }

    [Test]
    public void The_next_value_in_each_database()
    {
        Fact(1765, FactDialects.PostgreSql, new Sequence("some'seq").NextValue(), "nextval('\"some''seq\"')");
        Fact(1766, FactDialects.PostgreSql, new Sequence("some'seq", "my'schema").NextValue(), "nextval('\"my''schema\".\"some''seq\"')");
        Assert.That(new Sequence("s", "x").NextValue().ToString(Dialects.Oracle), Is.EqualTo("x.s.nextval"));
        Assert.That(new Sequence("s", "x").NextValue().ToString(Dialects.SqlServer), Is.EqualTo("NEXT VALUE FOR x.s"));
        Assert.That(new Sequence("s", "x").NextValue().ToString(Dialects.MariaDb), Is.EqualTo("nextval(x.s)"));
        Assert.Throws<CompileException>(() => new Sequence("s").NextValue().ToString(Dialects.MySql));
        Assert.Throws<CompileException>(() => Dialects.Sqlite.Compile(new CreateSequence(new Sequence("s"))));
    }

    [Test]
    public void Oracle_says_whether_in_order()
    {
        Fact(1759, FactDialects.Oracle, new CreateSequence(new Sequence("my_seq") { Order = false }), "CREATE SEQUENCE my_seq NOORDER");
        Fact(1760, FactDialects.Oracle, new CreateSequence(new Sequence("my_seq") { NoMinValue = true, Order = true }), "CREATE SEQUENCE my_seq NOMINVALUE ORDER");
    }

    private static CreateSequence Of(Sequence sequence) => new(sequence);
}
