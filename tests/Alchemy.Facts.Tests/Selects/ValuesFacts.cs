using static Alchemy.Tests.SelectTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_values.py; test_lateral.py; test_tablesample.py.</summary>
[TestFixture]
public sealed class ValuesFacts : FactFixture
{
    private readonly Table _people = Sql.Table("people", Sql.Column<int>("people_id"), Sql.Column<int>("age"), Sql.Column<string>("name"));
    private readonly Table _bookcases = Numbers("bookcases", "bookcase_id", "bookcase_owner_id");
    private readonly Table _books = Numbers("books", "book_id", "bookcase_id", "book_owner_id");

    private static Values Pair(string? name) => Sql.Values(name, Sql.Column<string>("col1"), Sql.Column<int>("col2")).Data(["a", 2], ["b", 3]);

    private static Values Owners(string? name, string id = "bookcase_id", string owner = "bookcase_owner_id")
        => Sql.Values(name, Sql.Column<int>(id), Sql.Column<int>(owner)).Data([1, 1], [2, 1], [3, 2], [3, 3]);

    private static Select First(CommonTableExpression cte) => Sql.Select(cte.C("col1"));

    [Test]
    public void Without_a_name()
    {
        var values = Sql.Values(null, Sql.Column<int>("q"), Sql.Column<int>("p")).Data([1, 2], [3, 4]);
        Fact(5308, Sql.Select(values.C("q")), "SELECT q FROM (VALUES (:param_1, :param_2), (:param_3, :param_4))");
        Fact(5305, Sql.Select(values.C("p")), "SELECT p FROM (VALUES (:param_1, :param_2), (:param_3, :param_4))");
        Fact(5306, Sql.Select(Sql.Values(null, Sql.Column<int>("q"), Sql.Column<int>("p")).Data([5, 6]).C("p")), "SELECT p FROM (VALUES (:param_1, :param_2))");
        Fact(5307, Sql.Select(Numbers("t", "q")), "SELECT t.q FROM t");
        Fact(5310, Sql.Select(Sql.Column("p")), "SELECT p");
        var owners = Owners(null, "column1", "column2");
        Fact(5340, All(_people, owners).SelectFrom(_people.Join(owners, _people.C("people_id") == owners.C("column2"))), "SELECT people.people_id, people.age, people.name, column1, column2 FROM people JOIN (VALUES (:param_1, :param_2), (:param_3, :param_4), (:param_5, :param_6), (:param_7, :param_8)) ON people.people_id = column2");
    }

    [Test]
    public void With_a_name()
    {
        var quoted = Sql.Values("Spaces and Cases", Sql.Column<int>("CaseSensitive"), Sql.Column<string>("has spaces"), Sql.Column<int>("number")).Data([1, "textA", 99], [2, "textB", 88]);
        Fact(5313, Sql.Select(quoted), "SELECT \"Spaces and Cases\".\"CaseSensitive\", \"Spaces and Cases\".\"has spaces\", \"Spaces and Cases\".number FROM (VALUES (:param_1, :param_2, :param_3), (:param_4, :param_5, :param_6)) AS \"Spaces and Cases\" (\"CaseSensitive\", \"has spaces\", number)");
        var tvc = Sql.Values("tvc", Sql.Column<int>("v1")).Data([_people.C("people_id")], [_people.C("age")], [_people.C("name")]);
        Fact(5334, Sql.Select(_people.C("people_id"), Sql.Select(Func.Max(tvc.C<int>("v1"))).ScalarSubquery()), "SELECT people.people_id, (SELECT max(tvc.v1) AS max_1 FROM (VALUES (people.people_id), (people.age), (people.name)) AS tvc (v1)) AS anon_1 FROM people");
        var owners = Owners("bookcases").Lateral();
        Fact(5330, FactDialects.DefaultWithBooleans, All(_people, owners).SelectFrom(_people.Join(owners, Constant.True)), "SELECT people.people_id, people.age, people.name, bookcases.bookcase_id, bookcases.bookcase_owner_id FROM people JOIN LATERAL (VALUES (:param_1, :param_2), (:param_3, :param_4), (:param_5, :param_6), (:param_7, :param_8)) AS bookcases (bookcase_id, bookcase_owner_id) ON true");
    }

    [Test]
    public void A_lateral_subquery_by_itself() => Fact(3024, Sql.Select(_people.C("people_id")).Subquery().Lateral("alias"), "LATERAL (SELECT people.people_id FROM people)");

    [Test]
    public void As_a_common_table_expression()
    {
        Fact(5318, First(Pair(null).Cte("cte1")), "WITH cte1(col1, col2) AS (VALUES (:param_1, :param_2), (:param_3, :param_4)) SELECT cte1.col1 FROM cte1");
        Fact(5320, First(Pair(null).Cte()), "WITH anon_1(col1, col2) AS (VALUES (:param_1, :param_2), (:param_3, :param_4)) SELECT anon_1.col1 FROM anon_1");
        Fact(5321, First(Pair("some name").Cte()), "WITH some_name_1(col1, col2) AS (VALUES (:param_1, :param_2), (:param_3, :param_4)) SELECT some_name_1.col1 FROM some_name_1");
        Fact(5326, First(Pair(null).Cte("cte1", recursive: true)), "WITH RECURSIVE cte1(col1, col2) AS (VALUES (:param_1, :param_2), (:param_3, :param_4)) SELECT cte1.col1 FROM cte1");
        Fact(5328, First(Pair(null).Cte(recursive: true)), "WITH RECURSIVE anon_1(col1, col2) AS (VALUES (:param_1, :param_2), (:param_3, :param_4)) SELECT anon_1.col1 FROM anon_1");
        Fact(5329, First(Pair("some name").Cte(recursive: true)), "WITH RECURSIVE some_name_1(col1, col2) AS (VALUES (:param_1, :param_2), (:param_3, :param_4)) SELECT some_name_1.col1 FROM some_name_1");
    }

    [Test]
    public void With_values_in_the_text()
    {
        Fact(5314, FactDialects.Default.Compile(First(Pair(null).LiteralBinds().Cte("cte1"))).ToString(fill: true), "WITH cte1(col1, col2) AS (VALUES ('a', 2), ('b', 3)) SELECT cte1.col1 FROM cte1");
        Fact(5316, FactDialects.Default.Compile(First(Pair(null).LiteralBinds().Cte())).ToString(fill: true), "WITH anon_1(col1, col2) AS (VALUES ('a', 2), ('b', 3)) SELECT anon_1.col1 FROM anon_1");
        Fact(5317, FactDialects.Default.Compile(First(Pair("some name").LiteralBinds().Cte())).ToString(fill: true), "WITH some_name_1(col1, col2) AS (VALUES ('a', 2), ('b', 3)) SELECT some_name_1.col1 FROM some_name_1");
        Fact(5322, FactDialects.Default.Compile(First(Pair(null).LiteralBinds().Cte("cte1", recursive: true))).ToString(fill: true), "WITH RECURSIVE cte1(col1, col2) AS (VALUES ('a', 2), ('b', 3)) SELECT cte1.col1 FROM cte1");
        Fact(5324, FactDialects.Default.Compile(First(Pair(null).LiteralBinds().Cte(recursive: true))).ToString(fill: true), "WITH RECURSIVE anon_1(col1, col2) AS (VALUES ('a', 2), ('b', 3)) SELECT anon_1.col1 FROM anon_1");
        Fact(5325, FactDialects.Default.Compile(First(Pair("some name").LiteralBinds().Cte(recursive: true))).ToString(fill: true), "WITH RECURSIVE some_name_1(col1, col2) AS (VALUES ('a', 2), ('b', 3)) SELECT some_name_1.col1 FROM some_name_1");
        var cte1 = Sql.Select(Pair("temp_table").LiteralBinds()).Cte("cte1");
        var cte2 = Sql.Select(cte1.C("col1")).Where(cte1.C("col1") == "q").Cte("cte2");
        Fact(5335, FactDialects.Default.Compile(Sql.Select(cte2)).ToString(fill: true), "WITH cte1 AS (SELECT temp_table.col1 AS col1, temp_table.col2 AS col2 FROM (VALUES ('a', 2), ('b', 3)) AS temp_table (col1, col2)), cte2 AS (SELECT cte1.col1 AS col1 FROM cte1 WHERE cte1.col1 = :col1_1) SELECT cte2.col1 FROM cte2");
    }

    [Test]
    public void Lateral_subqueries()
    {
        var dialect = FactDialects.DefaultWithBooleans;
        Fact(3009, Sql.Select(Sql.Select(_people.C("people_id")).Lateral().As("alias")), "SELECT alias.people_id FROM LATERAL (SELECT people.people_id AS people_id FROM people) AS alias");
        var subquery = Sql.Select(_books).Subquery();
        var cases = Sql.Select(_bookcases).Where(_bookcases.C("bookcase_id") == subquery.C("bookcase_id")).Lateral();
        var join = subquery.Join(cases, Constant.True);
        Fact(3011, dialect, Sql.Select(subquery.C("book_id"), cases.C("bookcase_id")).SelectFrom(join), "SELECT anon_1.book_id, anon_2.bookcase_id FROM (SELECT books.book_id AS book_id, books.bookcase_id AS bookcase_id, books.book_owner_id AS book_owner_id FROM books) AS anon_1 JOIN LATERAL (SELECT bookcases.bookcase_id AS bookcase_id, bookcases.bookcase_owner_id AS bookcase_owner_id FROM bookcases WHERE bookcases.bookcase_id = anon_1.bookcase_id) AS anon_2 ON true");
        var owner = Sql.Select(_people.C("people_id")).Where(subquery.C("book_owner_id") == _people.C("people_id")).Lateral();
        Fact(3012, dialect, Sql.Select(subquery.C("book_id"), cases.C("bookcase_id"), owner.C("people_id")).SelectFrom(join.Join(owner, Constant.True)), "SELECT anon_1.book_id, anon_2.bookcase_id, anon_3.people_id FROM (SELECT books.book_id AS book_id, books.bookcase_id AS bookcase_id, books.book_owner_id AS book_owner_id FROM books) AS anon_1 JOIN LATERAL (SELECT bookcases.bookcase_id AS bookcase_id, bookcases.bookcase_owner_id AS bookcase_owner_id FROM bookcases WHERE bookcases.bookcase_id = anon_1.bookcase_id) AS anon_2 ON true JOIN LATERAL (SELECT people.people_id AS people_id FROM people WHERE anon_1.book_owner_id = people.people_id) AS anon_3 ON true");
        var books = Sql.Select(_books.C("book_id")).Where(_people.C("people_id") == _books.C("book_owner_id")).Lateral();
        Fact(3013, dialect, Sql.Select([.. _people.Columns, books.C("book_id")]).SelectFrom(_people.Join(books, Constant.True)), "SELECT people.people_id, people.age, people.name, anon_1.book_id FROM people JOIN LATERAL (SELECT books.book_id AS book_id FROM books WHERE people.people_id = books.book_owner_id) AS anon_1 ON true");
    }

    [Test]
    public void Samples_of_a_table()
    {
        Fact(4084, _people.TableSample(1, "alias"), "people AS alias TABLESAMPLE system(:system_1)");
        Fact(4086, _people.TableSample(Func.Call<int>("bernoulli", Sql.Parameter("bernoulli", value: 1, unique: true)), "alias", Func.Call<double>("random")), "people AS alias TABLESAMPLE bernoulli(:bernoulli_1) REPEATABLE (random())");
    }
}
