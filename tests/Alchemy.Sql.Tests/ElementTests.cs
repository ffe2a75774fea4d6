namespace Alchemy.Tests;

/// <summary>What is refused, and what a rewriting keeps, of operators, functions and text.</summary>
[TestFixture]
public sealed class ElementTests
{
    private static readonly UntypedColumn Name = Sql.Column("name", SqlTypes.String());
    private static readonly UntypedColumn Doc = Sql.Column("doc", SqlTypes.Jsonb);
    private static readonly UntypedColumn List = Sql.Column("list", SqlTypes.Array(SqlTypes.Integer));

    private static IEnumerable<TestCaseData> Refused()
    {
        yield return Case(Dialects.Sqlite, Name == Sql.Any(List), "ANY");
        yield return Case(Dialects.MySql, Name == Sql.Any(List), "ANY");
        yield return Case(Dialects.MySql, List.Contains(Sql.Value(1, null)), "@>");
        yield return Case(Dialects.Sqlite, Sql.Array(1, 2), "ARRAY");
        yield return Case(Dialects.SqlServer, Name.RegexpMatch("a"), "regular expression");
        yield return Case(Dialects.Sqlite, Name.RegexpReplace("a", "b"), "regular expression");
        yield return Case(Dialects.Sqlite, Name.RegexpMatch("a", "i"), "Flags");
        yield return Case(Dialects.MySql, Name.Between("a", "b", symmetric: true), "SYMMETRIC");
        yield return Case(Dialects.Oracle, Name.TryCast(SqlTypes.Integer), "TRY_CAST");
        yield return Case(new SqlServerDialect(new Version(15, 0)), Name.BitwiseLShift(1), "BitwiseLeftShift");
        yield return Case(Dialects.Oracle, Func.Rank().Filter(Name == "a"), "FILTER");
        yield return Case(Dialects.Sqlite, Sql.Extract("century", Name), "century");
        yield return Case(Dialects.Sqlite, Func.Sum(Sql.Column("price", SqlTypes.Numeric(12, 2)).Typed<decimal>()).Over(), "OVER of decimals");
        yield return Case(new MySqlDialect(new Version(5, 7)), new FunctionCall("trim", [Name, Sql.Literal("ab")], SqlTypes.Text), "trim");
        yield return Case(Dialects.PostgreSql, new MatchExpression([Name, Name], Name), "several columns");
    }

    [TestCaseSource(nameof(Refused))]
    public void What_a_dialect_has_not_is_refused_by_name(Dialect dialect, ClauseElement element, string feature)
        => Assert.That(() => dialect.Compile(element), Throws.TypeOf<CompileException>().With.Message.Contains(feature).And.Message.Contains(dialect.Name));

    [Test]
    public void What_has_no_meaning_is_refused()
    {
        Assert.Throws<InvalidStatementException>(() => _ = Name < null!);
        Assert.Throws<InvalidStatementException>(() => _ = Name["a"]);
        Assert.Throws<InvalidStatementException>(() => _ = Sql.Any(List) == Sql.Any(List));
        Assert.Throws<InvalidStatementException>(() => _ = Name.StartsWith(Name, autoEscape: true));
        Assert.Throws<InvalidStatementException>(() => _ = Sql.Text("a = :a").Bind("b", 1));
        Assert.Throws<InvalidStatementException>(() => _ = Sql.Extract("year from x) --", Name));
        Assert.Throws<InvalidStatementException>(() => _ = Window.Everything.Exclude(FrameExclusion.Ties));
    }

    [Test]
    public void Bits_are_combined_as_each_database_can()
    {
        var (a, b) = (Sql.Column("a", SqlTypes.Integer), Sql.Column("b", SqlTypes.Integer));
        Assert.That((a.BitwiseXor(b * 2) == 3).ToString(Dialects.Sqlite), Is.EqualTo("((a | b * ?) - (a & b * ?)) = ?"));
        Assert.That((a.BitwiseXor(b * 2) == b.BitwiseNot()).ToString(Dialects.MySql), Is.EqualTo("CAST(a ^ (b * @b_1) AS SIGNED) = CAST(~b AS SIGNED)"));
        Assert.That(a.BitwiseRShift(b).ToString(Dialects.MariaDb), Is.EqualTo("CAST(IF(a < 0, ~(~a >> b), a >> b) AS SIGNED)"));
        Assert.That(Name.BitwiseAnd(b).ToString(Dialects.MariaDb), Is.EqualTo("name & b"), "of no whole numbers");
        Assert.That((a.BitwiseOr(b), a.BitwiseXor(b), a.BitwiseNot()) is var (or, xor, not) ? $"{or.ToString(Dialects.Oracle)} {xor.ToString(Dialects.Oracle)} {not.ToString(Dialects.Oracle)}" : "",
            Is.EqualTo("(a + b - BITAND(a, b)) (a + b - 2 * BITAND(a, b)) (-1 - a)"));
        Assert.That($"{a.BitwiseLShift(b).ToString(Dialects.Oracle)} {a.BitwiseRShift(b).ToString(Dialects.Oracle)}", Is.EqualTo("(a * POWER(2, b)) FLOOR(a / POWER(2, b))"));
    }

    [Test]
    public void Documents_are_read_in_each_databases_way()
    {
        var number = Sql.Column("doc", SqlTypes.Json)["a"].AsInteger();
        Assert.That(number.ToString(Dialects.PostgreSql), Is.EqualTo("CAST(doc ->> $1 AS INTEGER)"));
        Assert.That(number.ToString(Dialects.Sqlite), Is.EqualTo("CAST(JSON_EXTRACT(doc, ?) AS INTEGER)"));
        Assert.That(number.ToString(Dialects.SqlServer), Is.EqualTo("CAST(JSON_VALUE(doc, @doc_1) AS INTEGER)"));
        Assert.That(number.ToString(Dialects.MySql), Is.EqualTo("CASE JSON_EXTRACT(doc, @doc_1) WHEN 'null' THEN NULL ELSE CAST(JSON_EXTRACT(doc, @doc_1) AS SIGNED INTEGER) END"));
        Assert.That(Doc["a"].ToString(Dialects.PostgreSql), Is.EqualTo("doc[$1]"));
        Assert.That(Doc["a"].ToString(new PostgreSqlDialect(new Version(13, 0))), Is.EqualTo("doc -> $1"));
    }

    [Test]
    public void The_place_in_a_document_is_written_as_each_database_reads_it()
    {
        var (name, path) = (Sql.Column("doc", SqlTypes.Json)["it's"], Sql.Column("doc", SqlTypes.Json)[new object[] { "a b", 3 }]);
        Assert.That(name.ToLiteralString(Dialects.PostgreSql), Is.EqualTo("doc -> 'it''s'"));
        Assert.That(path.ToLiteralString(Dialects.PostgreSql), Is.EqualTo("""doc #> '{"a b","3"}'"""));
        Assert.That(path.ToLiteralString(Dialects.Sqlite), Is.EqualTo("""JSON_QUOTE(JSON_EXTRACT(doc, '$."a b"[3]'))"""));
        Assert.That(name.ToLiteralString(Dialects.SqlServer), Is.EqualTo("""JSON_QUERY(doc, '$."it''s"')"""));
        Assert.That(Dialects.Oracle.Compile(name).Text, Is.EqualTo("""JSON_QUERY(doc, '$."it''s"')"""));
    }

    [Test]
    public void Tuples_are_filled_item_by_item()
    {
        var compiled = Dialects.Sqlite.Compile(Sql.Tuple(Name, Name).InList(new[] { ("a", 1), ("b", 2) }));
        Assert.That(compiled.Text, Is.EqualTo("(name, name) IN (VALUES (?, ?), (?, ?))"));
        Assert.That(compiled.Fill([compiled.Binds[0].Value]).Parameters.Select(p => p.Element), Is.EqualTo(new[] { 0, 1, 2, 3 }));
        Assert.That(Dialects.PostgreSql.Compile(Sql.Tuple(Name, Name).InList(Array.Empty<(int, int)>())).Text, Is.EqualTo("(name, name) IN ((NULL, NULL)) AND (1 != 1)"));
    }

    [Test]
    public void A_list_written_into_the_text_is_found_again_by_its_values()
    {
        var list = new[] { 1, 2 };
        var compiled = Dialects.PostgreSql.Compile(Name.In(Sql.Parameter("n", SqlTypes.Integer, list, literal: true)));
        Assert.That(compiled.Fill([list]).Text, Is.EqualTo("name IN (1, 2)"));
        list[0] = 7;
        Assert.That(compiled.Fill([list]).Text, Is.EqualTo("name IN (7, 2)"), "the same array with other values");
        Assert.That(compiled.Fill([Array.Empty<int>()]).Text, Is.EqualTo("name IN (NULL) AND (1 != 1)"));
    }

    [Test]
    public void Colons_in_text_are_parameters_only_where_they_look_like_one()
    {
        var text = Sql.Text(@"a::int = :a AND b = '\:b' AND c = :a");
        Assert.That(text.ToString(), Is.EqualTo("a::int = :a AND b = ':b' AND c = :a"));
        Assert.That(Dialects.PostgreSql.Compile(text.Bind("a", 1)).Binds, Has.Count.EqualTo(1));
    }

    private static TestCaseData Case(Dialect dialect, ClauseElement element, string feature) => new TestCaseData(dialect, element, feature).SetArgDisplayNames(dialect.Name, feature);

    [Test]
    public void A_condition_of_an_aggregate_is_a_CASE_where_there_is_no_FILTER()
    {
        var users = new Users();
        Assert.That(Sql.Select(Func.Count().Filter(users.Age > 3), Func.Sum(users.Age).Filter(users.Age > 3)).ToString(Dialects.MySql),
            Is.EqualTo("SELECT count(CASE WHEN (users.age > @age_1) THEN 1 END) AS anon_1, sum(CASE WHEN (users.age > @age_2) THEN users.age END) AS anon_2 FROM users"));
        Assert.That(Func.Count(users.Age, distinct: true).Filter(users.Age > 3).ToString(Dialects.SqlServer), Is.EqualTo("count(DISTINCT CASE WHEN (users.age > @age_1) THEN users.age END)"));
    }

    [Test]
    public void MariaDB_reads_a_key_of_a_group_in_a_subquery_by_min()
    {
        var (users, orders) = (new Users(), new Orders());
        var inner = Sql.Select((users.Age % 10).As("k")).Subquery("o");
        var grouped = Sql.Select(inner.C("k")).GroupBy(inner.C("k")).Having(Sql.Select(orders.Id).Where(orders.UserId == inner.C<int>("k")).Exists());
        Assert.That(grouped.ToString(Dialects.MariaDb), Does.Contain("WHERE orders.user_id = min(o.k))"));
        Assert.That(grouped.ToString(Dialects.PostgreSql), Does.Contain("WHERE orders.user_id = o.k)"));
        Assert.That(Sql.Select(inner.C("k")).GroupBy(inner.C("k")).Having(inner.C("k") > 1).ToString(Dialects.MariaDb), Does.EndWith("HAVING o.k > @k_1"));
        Assert.That(Sql.Select(Func.Count()).GroupBy(inner.C("k")).Having(inner.C("k") > 1).ToString(Dialects.MariaDb), Does.EndWith("HAVING min(o.k) > @k_1"));
    }

    [Test]
    public void MySQL_computes_what_it_has_no_function_for()
    {
        static string Text(string name, SqlType type, params ColumnElement[] arguments) => new FunctionCall(name, arguments, type).ToString(Dialects.MySql);
        var (orders, half, unit) = (new Orders(), new LiteralValue(1.5, SqlTypes.Double), new LiteralValue("day", SqlTypes.Text));
        Assert.That(Text("round_even", SqlTypes.Double, half, new LiteralValue(0, SqlTypes.Integer)), Does.StartWith("CASE WHEN abs(").And.Contains("round("));
        Assert.That(Text("date_add", SqlTypes.DateTime, unit, orders.Id.Node, new ColumnClause("t", SqlTypes.DateTime)), Is.EqualTo("(t + INTERVAL orders.id DAY)"));
        Assert.That(Text("trim", SqlTypes.Text, new ColumnClause("t", SqlTypes.Text), new LiteralValue(" -", SqlTypes.Text)), Does.StartWith("regexp_replace(t, "));
        Assert.That(() => Text("trim", SqlTypes.Text, new ColumnClause("t", SqlTypes.Text), new ColumnClause("u", SqlTypes.Text)), Throws.TypeOf<CompileException>().With.Message.Contains("trim").And.Message.Contains("mysql"));
    }

    [Test]
    public void Oracles_literals_of_moments_say_their_type()
    {
        static string Oracle<T>(T value) where T : notnull => Sql.Value(value).ToLiteralString(Dialects.Oracle);
        Assert.That(Oracle(new DateTimeOffset(2026, 1, 31, 12, 30, 0, TimeSpan.FromHours(-1.5)).AddTicks(12345678)), Is.EqualTo("TIMESTAMP '2026-01-31 12:30:01.234567 -01:30'"));
        Assert.That(Oracle(new DateTimeOffset(2026, 1, 31, 12, 30, 0, TimeSpan.Zero)), Is.EqualTo("TIMESTAMP '2026-01-31 12:30:00 +00:00'"));
        Assert.That(Oracle(new TimeOnly(12, 30)), Is.EqualTo("INTERVAL '0 12:30:00' DAY TO SECOND"));
        Assert.That(Oracle(new DateTime(2026, 1, 31, 12, 30, 0)), Is.EqualTo("TIMESTAMP '2026-01-31 12:30:00'"));
    }

    [Test]
    public void Sql_servers_literals_of_moments_are_no_texts()
    {
        static string SqlServer<T>(T value) where T : notnull => Sql.Value(value).ToLiteralString(Dialects.SqlServer);
        Assert.That(SqlServer(new DateTimeOffset(2026, 1, 31, 12, 30, 0, TimeSpan.FromHours(-1.5))), Is.EqualTo("CAST('2026-01-31 12:30:00-01:30' AS DATETIMEOFFSET)"));
        Assert.That(SqlServer(new DateOnly(2026, 1, 31)), Is.EqualTo("CAST('2026-01-31' AS DATE)"));
        Assert.That(SqlServer(new TimeOnly(12, 30)), Is.EqualTo("CAST('12:30:00' AS TIME)"));
        Assert.That(SqlServer(new DateTime(2026, 1, 31, 12, 30, 0).AddTicks(1234567)), Is.EqualTo("CAST('2026-01-31 12:30:00.1234567' AS DATETIME2)"));
    }

    [Test]
    public void Characters_are_trimmed_whole()
        => Assert.That(new FunctionCall("trim", [Name, Sql.Literal("a\U0001F600")], SqlTypes.Text).ToLiteralString(Dialects.MariaDb), Does.Contain(@"[\\x{61}\\x{1f600}]"), "a backslash is doubled in a literal");

    [Test]
    public void Functions_of_LINQ_are_spelled_or_refused_by_Oracle_and_SQL_Server()
    {
        var (at, text) = (Sql.Column("at", SqlTypes.DateTime), Sql.Column("t", SqlTypes.Text));
        FunctionCall Call(string name, params ColumnElement[] arguments) => new(name, arguments, SqlTypes.Text);
        string Both(FunctionCall call) => $"{Dialects.Oracle.Compile(call).Text} | {Dialects.SqlServer.Compile(call).Text}";
        Assert.That(Both(Call("trim", text, Sql.Literal("xy"))), Is.EqualTo("RTRIM(LTRIM(t, 'xy'), 'xy') | TRIM('xy' FROM t)"));
        Assert.That(Both(Call("strpos", text, Sql.Literal("x"))), Is.EqualTo("INSTR(t, 'x') | CHARINDEX('x', t)"));
        Assert.That(Both(Call("date", at)), Is.EqualTo("TRUNC(at) | CAST(at AS DATE)"));
        Assert.That(Both(Call("date_trunc", Sql.Literal("day"), at)), Is.EqualTo("TRUNC(at) | CAST(CAST(at AS DATE) AS DATETIME2)"));
        Assert.That(Both(Call("substr", text, Sql.Literal(2))), Is.EqualTo("substr(t, 2) | SUBSTRING(t, 2, 2147483647)"));
        Assert.That(Both(Call("substr", text, Sql.Literal(2), Sql.Literal(3))), Is.EqualTo("substr(t, 2, 3) | SUBSTRING(t, 2, 3)"));
        Assert.That(Both(Call("trunc", Sql.Column("n", SqlTypes.Numeric()))), Is.EqualTo("trunc(n) | ROUND(n, 0, 1)"));
        Assert.That(Both(Call("ceiling", Sql.Column("n", SqlTypes.Numeric()))), Is.EqualTo("CEIL(n) | ceiling(n)"));
        foreach (var dialect in new Dialect[] { Dialects.Oracle, Dialects.SqlServer })
        {
            Assert.That(() => dialect.Compile(Call("ticks", at)), Throws.TypeOf<CompileException>().With.Message.Contains("ticks"));
            Assert.That(() => dialect.Compile(Call("date_add", Sql.Literal("day"), Sql.Literal(1), at)), Throws.TypeOf<CompileException>().With.Message.Contains("date_add"));
        }
    }
}
