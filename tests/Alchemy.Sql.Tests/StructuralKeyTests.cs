using Alchemy.Internals;

namespace Alchemy.Tests;

/// <summary>A statement's cache key: a part missed in it would serve the wrong SQL.</summary>
[TestFixture]
public sealed class StructuralKeyTests
{
    private static readonly Table Into = new("into", new MetaData());

    private readonly Users _users = new();

    private static bool Same(ClauseElement left, ClauseElement right) => StatementShape.Of(left).Key.Equals(StatementShape.Of(right).Key);

    [Test]
    public void Values_do_not_count_and_come_in_order()
    {
        var (left, right) = (Query(1, 2), Query(7, 8));
        Assert.That(Same(left, right), Is.True);
        Assert.That(StatementShape.Of(left).Key.GetHashCode(), Is.EqualTo(StatementShape.Of(right).Key.GetHashCode()));
        Assert.That(StatementShape.Of(right).Binds.Select(b => b.Value), Is.EqualTo(new object[] { 7, 8 }));
        Assert.That(Dialects.PostgreSql.Compile(left).Binds.Select(b => b.Value), Is.EqualTo(new object[] { 1, 2 }));
    }

    [Test]
    public void A_handle_is_its_node()
    {
        var condition = _users.Age > 1;
        Assert.That(Same(condition, condition.Node), Is.True);
        Assert.That(StatementShape.Of(condition).Key.GetHashCode(), Is.EqualTo(StatementShape.Of(condition.Node).Key.GetHashCode()));
    }

    [Test]
    public void Aliases_count_by_their_place()
    {
        Assert.That(Same(SelfJoin(twice: false), SelfJoin(twice: false)), Is.True);
        Assert.That(Same(SelfJoin(twice: false), SelfJoin(twice: true)), Is.False);
    }

    [Test]
    public void One_bind_used_twice_is_not_two()
    {
        var bind = new BindParameter("x", SqlTypes.Integer, 1, hasValue: true, unique: true);
        var other = new BindParameter("x", SqlTypes.Integer, 1, hasValue: true, unique: true);
        ColumnElement Both(BindParameter a, BindParameter b) => Sql.And(_users.Age == a.Typed<int>(), _users.Id == b.Typed<int>());
        Assert.That(Same(Both(bind, bind), Both(bind, other)), Is.False);
        Assert.That(Same(Both(bind, bind), Both(other, other)), Is.True);
    }

    [TestCaseSource(nameof(Different))]
    public void Every_part_counts(ClauseElement left, ClauseElement right, Dialect? dialect = null)
    {
        Assert.That(left.ToString(dialect ?? StandardDialect.Enhanced), Is.Not.EqualTo(right.ToString(dialect ?? StandardDialect.Enhanced)), "the pair must differ in its SQL");
        Assert.That(Same(left, right), Is.False);
        Assert.That(Same(left, left), Is.True);
    }

    private static IEnumerable<TestCaseData> Different()
    {
        var users = new Users();
        ColumnElement id = users.Id.Node, age = users.Age.Node;
        var select = Sql.Select(id);
        yield return Pair("column", id, age);
        yield return Pair("clause", select.Ext(new Words("A")), select.Ext(new Words("B")));
        yield return Pair("alias name", Sql.Select(users.As("a").Id), Sql.Select(users.As("b").Id));
        yield return Pair("proxy column", Sql.Select(users.As("a").Id), Sql.Select(users.As("a").Age));
        yield return Pair("constant", Constant.True, Constant.False);
        yield return Pair("literal", new LiteralValue(1, SqlTypes.Integer), new LiteralValue(2, SqlTypes.Integer));
        yield return Pair("text", Sql.Text<int>("1"), Sql.Text<int>("2"));
        yield return Pair("label", Sql.Select(id.As("a")), Sql.Select(id.As("b")));
        yield return Pair("unary", -users.Age, !users.Active);
        yield return Pair("binary operator", users.Age > 1, users.Age < 1);
        yield return Pair("escape", users.Name.Like("a"), users.Name.Like("a", "/"));
        yield return Pair("and, or", users.Active & users.Age == 1, users.Active | users.Age == 1);
        yield return Pair("grouping", new Grouping(id), new Grouping(age));
        yield return Pair("in", users.Age.In(1), users.Age.NotIn(1));
        yield return Pair("between", new Between(id, age, age, false), new Between(id, age, age, true));
        yield return Pair("cast", id.Cast<string>(), id.Cast<long>());
        yield return Pair("collation", id.Collate("a"), id.Collate("b"));
        yield return Pair("case", Sql.Case<int>(users.Active, id).Else(age), Sql.Case<int>(users.Active, id).End());
        yield return Pair("function", Func.Lower(users.Name), Func.Upper(users.Name));
        yield return Pair("distinct aggregate", Func.Count(id), Func.Count(id, distinct: true));
        foreach (var pair in DifferentElements(users, id, age))
        {
            yield return pair;
        }

        yield return Pair("exists", select.Exists(), Sql.Select(age).Exists());
        yield return Pair("select into", new SelectInto(select, new Table("a", new MetaData())), new SelectInto(select, new Table("b", new MetaData())), Dialects.SqlServer);
        yield return Pair("select into's select", new SelectInto(select, Into), new SelectInto(Sql.Select(age), Into), Dialects.SqlServer);
        yield return Pair("sequence", new Sequence("a").NextValue(), new Sequence("b").NextValue());
        yield return Pair("definition", new CreateTable(users.Table), new CreateTable(users.Table, ifNotExists: true));
        yield return Pair("scalar", select.Scalar<int>(), Sql.Select(age).Scalar<int>());
        yield return Pair("ordering", id.Asc(), id.Desc());
        yield return Pair("nulls", id.Asc().NullsFirst(), id.Asc().NullsLast());
        yield return Pair("join kind", Sql.Select(users.From.Join(users.As("a"), users.Active)), Sql.Select(users.From.OuterJoin(users.As("a"), users.Active)));
        yield return Pair("subquery name", Sql.Select(select.Subquery("a")), Sql.Select(select.Subquery("b")));
        BindParameter array = new("a", new ArrayType(SqlTypes.Integer)), other = new("b", new ArrayType(SqlTypes.Integer));
        yield return Pair("unnest name", Sql.Select(new Unnest("u", ["x"], [array])), Sql.Select(new Unnest("v", ["x"], [array])));
        yield return Pair("unnest column", Sql.Select(new Unnest("u", ["x"], [array])), Sql.Select(new Unnest("u", ["y"], [array])));
        yield return Pair("unnest array", Sql.Select(new Unnest("u", ["x"], [array])), Sql.Select(new Unnest("u", ["x"], [other])));
        yield return Pair("unnest ordinality", Sql.Select(new Unnest("u", ["x"], [array])), Sql.Select(new Unnest("u", ["x"], [array], "n")));
        yield return Pair("cte name", Sql.Select(select.Cte("a")), Sql.Select(select.Cte("b")));
        yield return Pair("distinct", select, select.Distinct());
        yield return Pair("where", select, select.Where(users.Active));
        yield return Pair("group by", select, select.GroupBy(id));
        yield return Pair("having", select, select.Having(users.Active));
        yield return Pair("order by", select.OrderBy(id), select.OrderBy(age));
        yield return Pair("limit", select, select.Limit(1));
        yield return Pair("limit, offset", select.Limit(1), select.Offset(1));
        yield return Pair("label style", select, select.WithLabelStyle(LabelStyle.TableNamePlusColumn));
        yield return Pair("distinct on", select.DistinctOn(id), select.DistinctOn(age));
        yield return Pair("distinct on name", select.DistinctOn("id"), select);
        yield return Pair("window name", Windowed("a", "a", w => w.OrderBy(id)), Windowed("a", "b", w => w.OrderBy(id)));
        yield return Pair("window", Windowed("a", "a", w => w.OrderBy(id)), Windowed("a", "a", w => w.OrderBy(age)));
        yield return Pair("window frame", Windowed("a", "a", w => w.Rows(1, 2)), Windowed("a", "a", w => w.Groups(1, 2)));
        yield return Pair("window that is gone on from", Windowed("a", "b", w => w.BasedOn("a")), Windowed("a", "b", w => w));
        yield return Pair("qualify", select.Qualify(users.Active), select.Qualify(!users.Active));
        yield return Pair("correlate except", Sql.Select(Sql.Select(id).CorrelateExcept(users).ScalarSubquery()).SelectFrom(users), Sql.Select(Sql.Select(id).CorrelateExcept().ScalarSubquery()).SelectFrom(users));
        yield return Pair("fetch", select.Fetch(1), select.Limit(1));
        yield return Pair("fetch approximately", select.Fetch(1), select.Fetch(1, approximate: true), new OracleDialect(new Version(23, 4)));
        yield return Pair("cte quotes", Sql.Select(select.Cte("a")), Sql.Select(select.Cte(new QuotedName("a", true))));
        yield return Pair("subquery quotes", Sql.Select(select.Subquery("a")), Sql.Select(select.Subquery(new QuotedName("a", true))));
        yield return Pair("alias quotes", Sql.Select(users.From.As("a")), Sql.Select(users.From.As(new QuotedName("a", true))));
        yield return Pair("cte beside text", Sql.Text("select 1").Columns(id), Sql.Text("select 1").Columns(id).AddCte(select.Cte("c")));
        yield return Pair("fetch with ties", select.Fetch(1), select.Fetch(1, withTies: true));
        yield return Pair("fetch percent", select.Fetch(1), select.Fetch(1, percent: true));
        yield return Pair("lock", select, select.WithForUpdate());
        yield return Pair("lock wait", select.WithForUpdate(nowait: true), select.WithForUpdate(skipLocked: true));
        yield return Pair("lock of", select.WithForUpdate(), select.WithForUpdate(of: users.From));
        yield return Pair("statement hint", select.WithStatementHint("a"), select.WithStatementHint("b"));
        yield return Pair("prefix", select.PrefixWith("a"), select.PrefixWith("b"));
        yield return Pair("suffix", select.SuffixWith("a"), select.SuffixWith("b"));
        yield return Pair("added cte", select, select.AddCte(Sql.Select(age).Cte("c")));
        yield return Pair("cte recursive", Sql.Select(select.Cte("a")), Sql.Select(select.Cte("a", recursive: true)));
        yield return Pair("cte nesting", Sql.Select(Sql.Select(select.Cte("a")).Cte("b")), Sql.Select(Sql.Select(select.Cte("a", nesting: true)).Cte("b")));
        yield return Pair("cte prefix", Sql.Select(select.Cte("a")), Sql.Select(select.Cte("a").PrefixWith("MATERIALIZED")));
        yield return Pair("cte suffix", Sql.Select(select.Cte("a")), Sql.Select(select.Cte("a").SuffixWith("x")));
        yield return Pair("lateral", Sql.Select(select.Subquery("a")), Sql.Select(select.Lateral("a")));
        yield return Pair("sample", Sql.Select(users.From.TableSample(1, "s")), Sql.Select(users.From.TableSample(1, "s", Sql.Literal(1))));
        yield return Pair("sample name", Sql.Select(users.From.TableSample(1, "s")), Sql.Select(users.From.TableSample(1, "t")));
        yield return Pair("values in the text", Sql.Select(Sql.Values("v", Sql.Column<int>("a")).Data([1])), Sql.Select(Sql.Values("v", Sql.Column<int>("a")).Data([1]).LiteralBinds()));
        yield return Pair("values lateral", Sql.Select(Sql.Values("v", Sql.Column<int>("a")).Data([1])), Sql.Select(Sql.Values("v", Sql.Column<int>("a")).Data([1]).Lateral()));
        yield return Pair("cte beside values", Sql.Select(Sql.Values("v", Sql.Column<int>("a")).Data([1])), Sql.Select(Sql.Values("v", Sql.Column<int>("a")).Data([1]).AddCte(select.Cte("c"))));
        yield return Pair("values name", Sql.Select(Sql.Values("v", Sql.Column<int>("a")).Data([1])), Sql.Select(Sql.Values("w", Sql.Column<int>("a")).Data([1])));
        yield return Pair("compound fetch", select.Union(select).Fetch(1), select.Union(select).Fetch(1, withTies: true));
        yield return Pair("compound", select.Union(select), select.UnionAll(select));
        yield return Pair("insert", Sql.Insert(users).Value(id, 1), Sql.Insert(users).Value(age, 1));
        yield return Pair("insert returning", Sql.Insert(users).Returning(id), Sql.Insert(users).Returning(age));
        yield return Pair("update", Sql.Update(users).Set(id, 1), Sql.Update(users).Set(age, 1));
        yield return Pair("delete", Sql.Delete(users), Sql.Delete(users).Where(users.Active));
    }

    [TestCaseSource(nameof(DifferentDml))]
    public void Every_part_of_a_change_counts(DmlStatement left, DmlStatement right) => Every_part_counts(left, right);

    private static IEnumerable<TestCaseData> DifferentDml()
    {
        var (users, other) = (new Users(), new Orders());
        Insert insert = Sql.Insert(users).Values(("id", 1), ("age", 2)), many = Sql.Insert(users).Values([users.Id], [[1], [2]]);
        Update update = Sql.Update(users).Set(users.Age, 1).Set(users.Id, 2);
        Delete delete = Sql.Delete(users);
        var merge = Sql.Merge(users).Using(other, users.Id == other.UserId);
        var cte = Sql.Select(users.Id).Cte("c");
        yield return Pair("default row", insert.DefaultValues(), Sql.Insert(users).DefaultValues());
        yield return Pair("all columns", Sql.Insert(users), Sql.Insert(users).DefaultValues());
        yield return Pair("number of rows", many, many.Values([users.Id], [[3]]));
        yield return Pair("default keyword", insert.Value(users.Age, Sql.Default), insert.Value(users.Age, Constant.Null));
        yield return Pair("dml column", insert.Value(users.Age, Sql.FromDmlColumn(users.Id)), insert.Value(users.Age, users.Id));
        yield return Pair("conflict", insert.OnConflict(users.Id).DoNothing(), insert.OnConflict().DoNothing());
        yield return Pair("conflict keys", insert.OnConflict(users.Id).DoNothing(), insert.OnConflict(users.Name).DoNothing());
        yield return Pair("constraint", insert.OnConflictConstraint("a").DoNothing(), insert.OnConflictConstraint("b").DoNothing());
        yield return Pair("index where", insert.OnConflict(users.Id).DoNothing(), insert.OnConflict(users.Id).IndexWhere(users.Active).DoNothing());
        yield return Pair("conflict set", insert.OnConflict(users.Id).DoUpdateExcluded(users.Age), insert.OnConflict(users.Id).DoUpdateExcluded(users.Name));
        yield return Pair("conflict where", insert.OnConflict(users.Id).DoUpdateExcluded(users.Age), insert.OnConflict(users.Id).DoUpdate(s => s.Set(users.Age, s.Excluded(users.Age)).Where(users.Active)));
        yield return Pair("prefix", insert.PrefixWith("OR REPLACE"), insert.PrefixWith("OR IGNORE"));
        yield return Pair("clause of a change", update.Ext(new Words("A")), update.Ext(new Words("B")));
        yield return Pair("hint", update.WithHint("WITH (A)"), update.WithHint("WITH (B)"));
        yield return Pair("cte in front", delete.AddCte(cte), delete);
        yield return Pair("alias", Sql.Update(new Alias(users, "a")).Values(("age", 1)), Sql.Update(new Alias(users, "b")).Values(("age", 1)));
        yield return Pair("order of set", update, Sql.Update(users).Set(users.Id, 2).Set(users.Age, 1));
        yield return Pair("from", update.From(other), update);
        yield return Pair("using", delete.Using(other), delete);
        yield return Pair("merge source", merge.WhenMatched().ThenDelete(), Sql.Merge(users).Using(new Alias(other, "o"), users.Id == other.UserId).WhenMatched().ThenDelete());
        yield return Pair("merge on", merge.WhenMatched().ThenDelete(), Sql.Merge(users).Using(other, users.Id == other.Id).WhenMatched().ThenDelete());
        yield return Pair("merge match", merge.WhenMatched().ThenDelete(), merge.WhenNotMatchedBySource().ThenDelete());
        yield return Pair("merge action", merge.WhenMatched().ThenDelete(), merge.WhenMatched().ThenDoNothing());
        yield return Pair("merge condition", merge.WhenMatched().ThenDelete(), merge.WhenMatched(users.Active).ThenDelete());
        yield return Pair("merge set", merge.WhenMatched().ThenUpdate((users.Age, 1)), merge.WhenMatched().ThenUpdate((users.Name, "a")));
        yield return Pair("merge insert", merge.WhenNotMatched().ThenInsert((users.Id, 1)), merge.WhenNotMatched().ThenInsert((users.Age, 1)));
    }

    [Test]
    public void Order_and_limit_of_a_change_count()
    {
        var users = new Users();
        var (update, delete) = (Sql.Update(users).Set(users.Age, 1), Sql.Delete(users));
        Assert.That(Same(update.Limit(1), update), Is.False);
        Assert.That(Same(update.OrderBy(users.Id), update.OrderBy(users.Age)), Is.False);
        Assert.That(Same(delete.Limit(1), delete), Is.False);
        Assert.That(Same(delete.OrderBy(users.Id), delete.OrderBy(users.Age)), Is.False);
    }

    private static IEnumerable<TestCaseData> DifferentElements(Users users, ColumnElement id, ColumnElement age)
    {
        var (name, json, array) = (users.Name.AsUntyped(), Sql.Column("doc", SqlTypes.Json), Sql.Column("list", SqlTypes.Array(SqlTypes.Integer)));
        yield return Pair("custom operator", id.Op("+++", age), id.Op("---", age));
        yield return Pair("custom precedence", (id.Op("+++", age, precedence: 4) == 1), (id.Op("+++", age, precedence: 6) == 1));
        yield return Pair("custom unary", id.UnaryOp(new CustomOperator("!")), id.UnaryOp(new CustomOperator("!"), isPostfix: true));
        yield return Pair("between symmetric", id.Between(1, 2), id.Between(1, 2, symmetric: true));
        yield return Pair("in a tuple", Sql.Tuple(id, age).InList(new[] { (1, 2) }), id.InList(new[] { 1 }));
        yield return Pair("in expressions", id.InList(new object[] { age }), id.InList(new object[] { id }));
        yield return Pair("tuple", Sql.Tuple(id, age), Sql.Tuple(age, id));
        yield return Pair("quantified", id.Condition(SqlOperator.Equal, array.Any()), id.Condition(SqlOperator.Equal, array.All()));
        yield return Pair("like match", name.StartsWith("a"), name.EndsWith("a"));
        yield return Pair("like case", name.Like("a"), name.ILike("a"));
        yield return Pair("like negated", name.Like("a"), name.NotLike("a"));
        yield return Pair("match mode", Mode(MatchMode.Boolean), Mode(MatchMode.NaturalLanguage), Dialects.MySql);
        yield return Pair("regexp flags", name.RegexpMatch("a"), name.RegexpMatch("a", "i"));
        yield return Pair("regexp negated", name.RegexpMatch("a"), !name.RegexpMatch("a"));
        yield return Pair("regexp replace", name.RegexpReplace("a", "b"), name.RegexpReplace("a", "b", "g"));
        yield return Pair("try cast", id.Cast(SqlTypes.Text), id.TryCast(SqlTypes.Text));
        yield return Pair("case value", Sql.CaseOf<int>(id).When(age, 1).End(), Sql.CaseOf<int>(age).When(age, 1).End());
        yield return Pair("extract", Sql.Extract("year", id), Sql.Extract("month", id));
        yield return Pair("column name", Sql.Column("a"), Sql.Column("b"));
        yield return Pair("column or text", Sql.Column("A"), Sql.LiteralColumn("A"));
        yield return Pair("filter", Func.Max(users.Age).Filter(users.Active), Func.Max(users.Age).Filter(!users.Active));
        yield return Pair("within group", Func.Mode().WithinGroup(id), Func.Mode().AggregateOrderBy(id));
        yield return Pair("partition", Func.Rank().Over(w => w.PartitionBy(id)), Func.Rank().Over(w => w.OrderBy(id)));
        yield return Pair("over a name", Sql.Select(id, Func.Rank().Over("a")).Window("a", w => w).Window("b", w => w), Sql.Select(id, Func.Rank().Over("b")).Window("a", w => w).Window("b", w => w));
        yield return Pair("label in GROUP BY", Sql.Select(id.As("x")).GroupBy("x"), Sql.Select(id.As("x")).GroupBy(id));
        yield return Pair("label that GROUP BY names", Sql.Select(id.As("x"), age.As("y")).GroupBy("x"), Sql.Select(id.As("x"), age.As("y")).GroupBy("y"));
        yield return Pair("label without a name", Sql.Select(id.As()), Sql.Select(id.As("a")));
        yield return Pair("frame unit", Func.Rank().Over(w => w.Rows(1, 2)), Func.Rank().Over(w => w.Groups(1, 2)));
        yield return Pair("frame bound", Func.Rank().Over(w => w.Rows(-1, 2)), Func.Rank().Over(w => w.Rows(1, 2)));
        yield return Pair("frame exclusion", Func.Rank().Over(w => w.Rows(1, 2)), Func.Rank().Over(w => w.Rows(1, 2).Exclude(FrameExclusion.Ties)));
        yield return Pair("array", Sql.Array(id), Sql.Array(age));
        yield return Pair("element", array[1], array.Slice(1, 2));
        yield return Pair("json", json["a"].AsInteger(), json["a"].AsString(), Dialects.PostgreSql);
        yield return Pair("text", Sql.Text("a = :x"), Sql.Text("a = :y"));
        yield return Pair("element in a text", Sql.Text($"{id} > 1"), Sql.Text($"{age} > 1"));
        yield return Pair("with notes", id.Annotate("foreign", true), age.Annotate("foreign", true));
        yield return Pair("text as a select", Sql.Text("select 1").Columns(id), Sql.Text("select 2").Columns(id));
        yield return Pair("text as a from", Sql.Select(id).SelectFrom(Sql.Text("a").AsFrom()), Sql.Select(id).SelectFrom(Sql.Text("b").AsFrom()));
        yield return Pair("function as a from", Rows(f => f), Rows(f => f.WithOrdinality()));
        yield return Pair("function's columns", Rows(f => f.RenderDerived()), Rows(f => f.Lateral()));
        yield return Pair("function's row", Func.Call("f").ScalarTableValued("a"), Func.Call("f").ScalarTableValued("b"));
        yield return Pair("value of a function", Sql.Select(Func.Call("f").ColumnValued("a")), Sql.Select(Func.Call("f").ColumnValued("b")));
        yield return Pair("rows as a value", Sql.ScalarValues(SqlTypes.Integer, 1), Sql.ScalarValues(SqlTypes.Integer, 1, 2));

        Select Rows(Func<TableFunction, TableFunction> change) => Sql.Select(change(Func.Call("f").TableValued("a")));
        ColumnElement Mode(MatchMode mode) => name.Match("a", mode);
    }

    private static TestCaseData Pair(string name, ClauseElement left, ClauseElement right, Dialect? dialect = null) 
        => (dialect is null ? new TestCaseData(left, right) : new TestCaseData(left, right, dialect)).SetArgDisplayNames(name);

    private sealed class Words(string text) : SyntaxExtension
    {
        protected internal override ExtensionPoint Point => ExtensionPoint.AfterCriteria;

        protected internal override void Describe(PartList parts) => parts.Text(text);

        protected internal override void Render(SqlCompiler compiler) => compiler.Write(text);
    }

    private Select Query(int age, int id) => Sql.Select(_users.Name).Where(_users.Age > age).Where(_users.Id == id);

    private static Select Windowed(string first, string second, Func<Window, Window> window)
    {
        var id = new Users().Id;
        var select = Sql.Select(id, Func.Rank().Over(first)).Window(first, first == second ? window : w => w.PartitionBy(id));
        return first == second ? select : select.Window(second, window);
    }

    private Select SelfJoin(bool twice)
    {
        var (a, b) = (_users.As(), _users.As());
        return Sql.Select(a.Id, b.Id).Where(a.Age == (twice ? a : b).Age);
    }
}
