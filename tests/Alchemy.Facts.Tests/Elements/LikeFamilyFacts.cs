namespace Alchemy.Tests;

/// <summary>test/sql/test_operators.py, ComposedLikeOperatorsTest.</summary>
[TestFixture]
public sealed class LikeFamilyFacts : FactFixture
{
    private static UntypedColumn X { get; } = Sql.Column("x", SqlTypes.String());

    private static UntypedColumn Y { get; } = Sql.LiteralColumn("y", SqlTypes.String());

    private static UntypedColumn Bytes { get; } = Sql.Column("x", SqlTypes.Binary());

    [Test]
    public void Text_holds_another()
    {
        Fact(3248, X.Contains("a%b_c/d", autoEscape: true),
            "x LIKE '%' || :x_1 || '%' ESCAPE '/'", ("x_1", "a/%b/_c//d"));
        Fact(3249, FactDialects.MySql, X.Contains("y"),
            "x LIKE concat('%%', %s, '%%')", ("x_1", "y"));
        Fact(3253, X.Contains(Y),
            "x LIKE '%' || y || '%'");
        Fact(3254, FactDialects.MySql, X.Contains(Y),
            "x LIKE concat('%%', y, '%%')");
        Fact(3313, !X.Contains("y"),
            "x NOT LIKE '%' || :x_1 || '%'", ("x_1", "y"));
        Fact(3315, FactDialects.MySql, !X.Contains("y"),
            "x NOT LIKE concat('%%', %s, '%%')", ("x_1", "y"));
    }

    [Test]
    public void Text_ends_with_another()
    {
        Fact(3260, X.EndsWith("a%b_c/d^e", "^", autoEscape: true),
            "x LIKE '%' || :x_1 ESCAPE '^'", ("x_1", "a^%b^_c/d^^e"));
        Fact(3264, X.EndsWith("a%b_c", "\\"),
            "x LIKE '%' || :x_1 ESCAPE '\\'", ("x_1", "a%b_c"));
        Fact(3266, FactDialects.MySql, X.EndsWith(Y),
            "x LIKE concat('%%', y)");
        Fact(3320, !X.EndsWith("y"),
            "x NOT LIKE '%' || :x_1", ("x_1", "y"));
        Fact(3321, !X.EndsWith("a%b_c/d", autoEscape: true),
            "x NOT LIKE '%' || :x_1 ESCAPE '/'", ("x_1", "a/%b/_c//d"));
        Fact(3325, FactDialects.PostgreSql, !X.EndsWith("y"),
            "x NOT LIKE '%%' || %(x_1)s::VARCHAR", ("x_1", "y"));
    }

    [Test]
    public void Text_begins_with_another()
    {
        Fact(3352, !X.StartsWith("y"),
            "x NOT LIKE :x_1 || '%'", ("x_1", "y"));
        Fact(3353, !X.StartsWith("a%b_c/d", autoEscape: true),
            "x NOT LIKE :x_1 || '%' ESCAPE '/'", ("x_1", "a/%b/_c//d"));
        Fact(3357, !X.StartsWith("a%b_c", "\\"),
            "x NOT LIKE :x_1 || '%' ESCAPE '\\'", ("x_1", "a%b_c"));
        Fact(3358, X.StartsWith("y"),
            "x LIKE :x_1 || '%'", ("x_1", "y"));
        Fact(3360, X.StartsWith("a%b_c/d^e", "^", autoEscape: true),
            "x LIKE :x_1 || '%' ESCAPE '^'", ("x_1", "a^%b^_c/d^^e"));
        Fact(3361, FactDialects.MySql, X.StartsWith("y"),
            "x LIKE concat(%s, '%%')", ("x_1", "y"));
        Fact(3364, X.StartsWith("a%b_c", "\\"),
            "x LIKE :x_1 || '%' ESCAPE '\\'", ("x_1", "a%b_c"));
    }

    [Test]
    public void Bytes_are_matched_too()
    {
        Fact(3263, FactDialects.MySql, Bytes.EndsWith("y"u8.ToArray()),
            "x LIKE concat('%%', %s)");
        Fact(3319, FactDialects.PostgreSql, !Bytes.Contains("y"u8.ToArray()),
            "x NOT LIKE '%%' || %(x_1)s || '%%'");
    }

    [Test]
    public void Case_is_ignored_where_text_holds_another()
    {
        Fact(3271, X.IContains("a%b_c/d", autoEscape: true),
            "lower(x) LIKE '%' || lower(:x_1) || '%' ESCAPE '/'", ("x_1", "a/%b/_c//d"));
        Fact(3276, X.IContains("a%b_c", "\\"),
            "lower(x) LIKE '%' || lower(:x_1) || '%' ESCAPE '\\'", ("x_1", "a%b_c"));
        Fact(3277, X.IContains(Y),
            "lower(x) LIKE '%' || lower(y) || '%'");
        Fact(3278, FactDialects.MySql, X.IContains(Y),
            "lower(x) LIKE concat('%%', lower(y), '%%')");
        Fact(3279, FactDialects.PostgreSql, X.IContains("y"),
            "x ILIKE '%%' || %(x_1)s::VARCHAR || '%%'", ("x_1", "y"));
        Fact(3327, !X.IContains("a%b_c/d", autoEscape: true),
            "lower(x) NOT LIKE '%' || lower(:x_1) || '%' ESCAPE '/'", ("x_1", "a/%b/_c//d"));
        Fact(3328, FactDialects.MySql, !X.IContains("y"),
            "lower(x) NOT LIKE concat('%%', lower(%s), '%%')", ("x_1", "y"));
        Fact(3332, FactDialects.PostgreSql, !X.IContains("y"),
            "x NOT ILIKE '%%' || %(x_1)s::VARCHAR || '%%'", ("x_1", "y"));
    }

    [Test]
    public void Case_is_ignored_where_text_ends_with_another()
    {
        Fact(3282, X.IEndsWith("y"),
            "lower(x) LIKE '%' || lower(:x_1)", ("x_1", "y"));
        Fact(3284, X.IEndsWith("a%b_c/d^e", "^", autoEscape: true),
            "lower(x) LIKE '%' || lower(:x_1) ESCAPE '^'", ("x_1", "a^%b^_c/d^^e"));
        Fact(3290, FactDialects.MySql, X.IEndsWith(Y),
            "lower(x) LIKE concat('%%', lower(y))");
        Fact(3292, FactDialects.PostgreSql, X.IEndsWith("y"),
            "x ILIKE '%%' || %(x_1)s::VARCHAR", ("x_1", "y"));
        Fact(3333, !X.IEndsWith("y"),
            "lower(x) NOT LIKE '%' || lower(:x_1)", ("x_1", "y"));
        Fact(3334, !X.IEndsWith("a%b_c/d", autoEscape: true),
            "lower(x) NOT LIKE '%' || lower(:x_1) ESCAPE '/'", ("x_1", "a/%b/_c//d"));
        Fact(3336, !X.IEndsWith("a%b_c", "\\"),
            "lower(x) NOT LIKE '%' || lower(:x_1) ESCAPE '\\'", ("x_1", "a%b_c"));
        Fact(3338, FactDialects.PostgreSql, !X.IEndsWith("y"),
            "x NOT ILIKE '%%' || %(x_1)s::VARCHAR", ("x_1", "y"));
    }

    [Test]
    public void Case_is_ignored_where_text_begins_with_another()
    {
        Fact(3298, X.IStartsWith("y"),
            "lower(x) LIKE lower(:x_1) || '%'", ("x_1", "y"));
        Fact(3299, X.IStartsWith("a%b_c/d", autoEscape: true),
            "lower(x) LIKE lower(:x_1) || '%' ESCAPE '/'", ("x_1", "a/%b/_c//d"));
        Fact(3300, X.IStartsWith("a%b_c/d^e", "^", autoEscape: true),
            "lower(x) LIKE lower(:x_1) || '%' ESCAPE '^'", ("x_1", "a^%b^_c/d^^e"));
        Fact(3304, X.IStartsWith("a%b_c", "\\"),
            "lower(x) LIKE lower(:x_1) || '%' ESCAPE '\\'", ("x_1", "a%b_c"));
        Fact(3306, FactDialects.MySql, X.IStartsWith(Y),
            "lower(x) LIKE concat(lower(y), '%%')");
        Fact(3307, FactDialects.PostgreSql, X.IStartsWith("y"),
            "x ILIKE %(x_1)s::VARCHAR || '%%'", ("x_1", "y"));
        Fact(3344, FactDialects.MySql, !X.IStartsWith("y"),
            "lower(x) NOT LIKE concat(lower(%s), '%%')", ("x_1", "y"));
    }

    [Test]
    public void A_pattern_is_matched()
    {
        Fact(3310, X.Like("y"),
            "x LIKE :x_1", ("x_1", "y"));
        Fact(3312, X.Like("y", ""),
            "x LIKE :x_1 ESCAPE ''", ("x_1", "y"));
        Fact(3349, X.NotLike("y"),
            "x NOT LIKE :x_1", ("x_1", "y"));
        Fact(3295, X.ILike("y"),
            "lower(x) LIKE lower(:x_1)", ("x_1", "y"));
        Fact(3296, X.ILike("a%b_c", "\\"),
            "lower(x) LIKE lower(:x_1) ESCAPE '\\'", ("x_1", "a%b_c"));
        Fact(3297, X.ILike("y", ""),
            "lower(x) LIKE lower(:x_1) ESCAPE ''", ("x_1", "y"));
        Fact(3339, X.NotILike("y"),
            "lower(x) NOT LIKE lower(:x_1)", ("x_1", "y"));
        Fact(3341, X.NotILike("y", ""),
            "lower(x) NOT LIKE lower(:x_1) ESCAPE ''", ("x_1", "y"));
    }
}
