namespace Alchemy.Tests;

[TestFixture]
public sealed class OperatorTests
{
    private readonly Users _users = new();

    [Test]
    public void Comparisons_name_their_parameter_after_the_column()
    {
        SqlAssert.Renders(_users.Age == 5, "users.age = :age_1");
        SqlAssert.Renders(_users.Age != 5, "users.age != :age_1");
        SqlAssert.Renders(_users.Age < 5 & _users.Age >= 2, "users.age < :age_1 AND users.age >= :age_2");
    }

    [Test]
    public void A_value_at_the_left_turns_the_operator_round()
    {
        SqlAssert.Renders(5 == _users.Age, "users.age = :age_1");
        SqlAssert.Renders(5 < _users.Age, "users.age > :age_1");
        SqlAssert.Renders(5 >= _users.Age, "users.age <= :age_1");
    }

    [Test]
    public void Null_becomes_is_null()
    {
        SqlAssert.Renders(_users.Name == null, "users.name IS NULL");
        SqlAssert.Renders(new Users().Name != null, "users.name IS NOT NULL");
        int? age = null;
        SqlAssert.Renders(_users.Age == age, "users.age IS NULL");
        SqlAssert.Renders(age != _users.Age, "users.age IS NOT NULL");
        age = 3;
        SqlAssert.Renders(_users.Age == age, "users.age = :age_1");
        SqlAssert.Renders(_users.Age.IsNull(), "users.age IS NULL");
        SqlAssert.Renders(_users.From.C("age") == null, "users.age IS NULL");
    }

    [Test]
    public void Arithmetic_is_grouped_by_precedence()
    {
        SqlAssert.Renders((_users.Age + _users.Id) * _users.Age, "(users.age + users.id) * users.age");
        SqlAssert.Renders(_users.Age + _users.Id * _users.Age, "users.age + users.id * users.age");
        SqlAssert.Renders(_users.Age - (_users.Id - _users.Age), "users.age - (users.id - users.age)");
        SqlAssert.Renders(_users.Age - _users.Id - _users.Age, "(users.age - users.id) - users.age");
        SqlAssert.Renders(-(_users.Age + _users.Id), "-(users.age + users.id)");
    }

    [Test]
    public void Or_inside_and_is_grouped_and_not_of_either()
    {
        var either = _users.Age == 1 | _users.Age == 2;
        SqlAssert.Renders(either & _users.Active, "(users.age = :age_1 OR users.age = :age_2) AND users.active");
        SqlAssert.Renders(!either, "NOT (users.age = :age_1 OR users.age = :age_2)");
        SqlAssert.Renders(!(_users.Age == 1), "users.age != :age_1");
        SqlAssert.Renders(!_users.Active, "NOT users.active");
        SqlAssert.Renders(!!_users.Active, "users.active");
    }

    [Test]
    public void Constants_fold_in_conditions()
    {
        Assert.That(Sql.And(), Is.SameAs(Sql.And()).Or.Property("Node").SameAs(Constant.True));
        SqlAssert.Renders(Sql.Or(), "false", sqlite: "0");
        SqlAssert.Renders(Sql.And(_users.Active, Constant.True), "users.active");
        SqlAssert.Renders(Sql.Or(_users.Active, Constant.True), "true", sqlite: "1");
    }

    [Test]
    public void Text_is_joined_and_matched()
    {
        SqlAssert.Renders(_users.Name + "x", "users.name || :name_1");
        SqlAssert.Renders("x" + _users.Name, ":name_1 || users.name");
        SqlAssert.Renders(_users.Name.Like("a%"), "users.name LIKE :name_1");
        SqlAssert.Renders(_users.Name.StartsWith("a"), "users.name LIKE :name_1 || '%'");
        SqlAssert.Renders(_users.Name.StartsWith("a", autoEscape: true), "users.name LIKE :name_1 || '%' ESCAPE '/'");
        SqlAssert.Renders(!_users.Name.Like("a%"), "users.name NOT LIKE :name_1");
    }

    [Test]
    public void A_literal_prefix_is_escaped()
        => Assert.That(LikePattern.Escape("50%_/"), Is.EqualTo("50/%/_//"));

    [Test]
    public void Null_safe_equality_has_each_databases_words()
    {
        SqlAssert.Renders(_users.Age.IsDistinctFrom(_users.Id), "users.age IS DISTINCT FROM users.id", sqlite: "users.age IS NOT users.id");
        SqlAssert.Renders(_users.Age.IsNotDistinctFrom(5), "users.age IS NOT DISTINCT FROM :age_1", sqlite: "users.age IS ?");
    }

    [Test]
    public void Between_case_and_cast()
    {
        SqlAssert.Renders(_users.Age.Between(1, 9), "users.age BETWEEN :age_1 AND :age_2");
        SqlAssert.Renders(
            Sql.Case<string>(_users.Age > 17, "adult").When(_users.Age > 12, "teen").Else("child"),
            "CASE WHEN (users.age > :age_1) THEN :param_1 WHEN (users.age > :age_2) THEN :param_2 ELSE :param_3 END");
        SqlAssert.Renders(_users.Age.Cast<string>(), "CAST(users.age AS TEXT)");
    }

    [Test]
    public void Truth_where_it_is_no_value()
    {
        Assert.That(_users.Active.Is(true).ToString(Dialects.SqlServer), Is.EqualTo("CASE WHEN users.active = 1 THEN 1 ELSE 0 END = 1"));
        Assert.That(_users.Active.IsNot(true).ToString(Dialects.Oracle), Is.EqualTo("CASE WHEN users.active = 1 THEN 1 ELSE 0 END = 0"));
        Assert.That((_users.Age > 5).Is(false).ToString(Dialects.SqlServer), Is.EqualTo("CASE WHEN users.age <= @age_1 THEN 1 ELSE 0 END = 1"));
        Assert.That(_users.Active.Is(true).ToString(Dialects.PostgreSql), Is.EqualTo("users.active IS true"));
        Assert.That(Assert.Throws<CompileException>(() => Sql.Select(Sql.Tuple(_users.Id, _users.Age)).ToString(Dialects.SqlServer))!.Message, Does.Contain("Values in parentheses as a column"));
    }

    [Test]
    public void Null_may_stand_at_the_left()
        => SqlAssert.Renders(null == new Users().Name, "users.name IS NULL");

    [Test]
    public void A_constant_is_compared_as_a_value()
        => SqlAssert.Renders(_users.Active == ((ColumnElement)Constant.True).Typed<bool>(), "users.active = true", sqlite: "users.active = 1");

    [Test]
    public void Literals_keep_their_sign_and_their_point()
    {
        SqlAssert.Renders(-Sql.Literal(-5), "-(-5)");
        SqlAssert.Renders(Sql.Literal(5.0) / Sql.Literal(2.0), "5.0 / 2.0");
        SqlAssert.Renders(Sql.Literal(5m), "5.0", sqlite: "'5.0'");
        SqlAssert.Renders(Sql.Literal(1e300), "1E+300");
    }

    [Test]
    public void An_expression_is_never_a_value()
        => Assert.Throws<InvalidStatementException>(() => _ = new BindParameter("x", SqlTypes.Integer, _users.Age, hasValue: true));
}
