using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_lambdas.py: what those statements become, written without lambdas.</summary>
[TestFixture]
public sealed class LambdaFacts : FactFixture
{
    private static Table T1 { get; } = new("t1", new MetaData(), Int("q"), Int("p"));

    private static Table Users { get; } = new("users", new MetaData(), Int("id"), Str("name"));

    private static BindParameter X5 { get; } = Named("x", 5);

    private static BindParameter Named(string name, object value) => Sql.Parameter(name, value: value, unique: true);

    [Test]
    public void Conditions()
    {
        Fact(2893, Sql.And(Users.C("name") > Sql.Parameter("x", value: 5, unique: true), Users.C("name") < 28),
            "users.name > :x_1 AND users.name < :name_1", ("x_1", 5), ("name_1", 28));
        Fact(2904, T1.C("q") == 5,
            "t1.q = :q_1", ("q_1", 5));
        Fact(2911, Sql.Select(Users.C("id")).Where(Users.C("name") == "name1"),
            "SELECT users.id FROM users WHERE users.name = :name_1");
        Fact(2966, Sql.Select(T1.C("q"), T1.C("p")).Where(Sql.And(T1.C("q") == Named("x", 10), T1.C("p") == Named("y", 5))),
            "SELECT t1.q, t1.p FROM t1 WHERE t1.q = :x_1 AND t1.p = :y_1", ("x_1", 10), ("y_1", 5));
        Fact(2927, Sql.Select(T1.C("q"), T1.C("p")).Where(Sql.And(T1.C("q") == Named("global_x", 10), T1.C("p") == Named("global_y", 17))),
            "SELECT t1.q, t1.p FROM t1 WHERE t1.q = :global_x_1 AND t1.p = :global_y_1", ("global_x_1", 10), ("global_y_1", 17));
        Fact(2951, Sql.Select(Sql.Column("x")).Where(Sql.Column("x") == Named("q", 5)),
            "SELECT x WHERE x = :q_1", ("q_1", 5));
        Fact(2971, Sql.Select(Sql.Column("x")).Where(Sql.Column("y") > 5),
            "SELECT x WHERE y > :y_1", ("y_1", 5));
        Fact(2973, Sql.Select(Sql.Column("q")).Where(Sql.Column("p") > 5),
            "SELECT q WHERE p > :p_1", ("p_1", 5));
        Fact(2996, Sql.Select(Sql.Column("x")).Where(Sql.Column("x") == Named("q", 5)).Where(Sql.Column("y") == Sql.Column("z")),
            "SELECT x WHERE x = :q_1 AND y = z", ("q_1", 5));
        Fact(2988, Sql.Select(Sql.Column("x")).Where(Sql.And(Sql.Column("x") == Named("x", 5), Sql.Column("x") == Named("x", 8))).Where(Sql.Column("x") < Named("y", 9)),
            "SELECT x WHERE x = :x_1 AND x = :x_2 AND x < :y_1", ("x_1", 5), ("x_2", 8), ("y_1", 9));
        Fact(2998, Sql.Select(Sql.Column("x")).Where(Sql.Column("x") == 5).OrderBy(Sql.Column("x") > Named("p", 9)),
            "SELECT x WHERE x = :x_1 ORDER BY x > :p_1", ("x_1", 5), ("p_1", 9));
        Fact(3000, Sql.Select(Sql.Column("y")).Where(Sql.Column("y") == 18).OrderBy(Sql.Column("y") > Named("p", 12)),
            "SELECT y WHERE y = :y_1 ORDER BY y > :p_1", ("y_1", 18), ("p_1", 12));
    }

    [Test]
    public void Joined_text()
    {
        Fact(2947, Users.C("name").Concat(Named("x", "foo")),
            "users.name || :x_1", ("x_1", "foo"));
        Fact(2949, Named("x", "foo").AsUntyped().Concat(Users.C("name")),
            ":x_1 || users.name", ("x_1", "foo"));
    }

    [Test]
    public void Lists()
    {
        Fact(2890, T1.C("q").In(Named("vv", new[] { 1, 2, 3 })),
            "t1.q IN (__[POSTCOMPILE_vv_1])");
        Fact(2929, Sql.Select(Sql.LiteralColumn("1")).Where(Sql.Column("q").InList(new object[] { Sql.Value("a", null), Sql.Value("b", null) })),
            "SELECT 1 WHERE q IN (:param_1, :param_2)", ("param_1", "a"), ("param_2", "b"));
        Fact(2931, Sql.Select(Users.C("id")).Where(Users.C("name").InList(Array.Empty<string>())).OrderBy(Users.C("id")).ToLiteralString(FactDialects.Default),
            "SELECT users.id FROM users WHERE users.name IN (NULL) AND (1 != 1) ORDER BY users.id");
        Fact(2932, Sql.Select(Users.C("id")).Where(Users.C("name").InList(new[] { "u1", "u2" })).OrderBy(Users.C("id")).ToLiteralString(FactDialects.Default),
            "SELECT users.id FROM users WHERE users.name IN ('u1', 'u2') ORDER BY users.id");
        Fact(2933, Sql.Select(Users.C("id")).Where(Users.C("name").In(Named("val", Array.Empty<string>()))).OrderBy(Users.C("id")),
            "SELECT users.id FROM users WHERE users.name IN (__[POSTCOMPILE_val_1]) ORDER BY users.id");
        Fact(2899, Sql.Select(Users.C("id")).Where(Users.C("name") == "u1").ToLiteralString(FactDialects.Default),
            "SELECT users.id FROM users WHERE users.name = 'u1'");
    }

    [Test]
    public void Arithmetic_with_parameters()
    {
        Fact(2895, Sql.And(Users.C("name") > Named("x", 5), Users.C("name") < (Sql.Value(10, null) + Named("z", 10))),
            "users.name > :x_1 AND users.name < :param_1 + :z_1", ("x_1", 5), ("param_1", 10), ("z_1", 10));
        Fact(2897, Sql.And(Users.C("name") > X5, Users.C("name") < (X5.AsUntyped() + Named("z", 10))),
            "users.name > :x_1 AND users.name < :x_1 + :z_1", ("x_1", 5), ("z_1", 10));
    }
}
