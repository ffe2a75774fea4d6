using Alchemy.Internals;
using Alchemy.Linq;

namespace Alchemy.Tests;

/// <summary>The SQL that queries become, on the standard dialect where nothing else is said.</summary>
public sealed class SqlTextTests : LinqFixture
{
    private const string All = "o.id, o.customer_id, o.agent_id, o.total, o.note, o.placed_at";

    private static void Becomes<T>(IQueryable<T> query, string sql, Dialect? dialect = null) => Assert.That(query.ToSqlString(dialect ?? Dialects.Standard), Is.EqualTo(sql));

    [Test]
    public void Captured_values_are_parameters_named_after_them()
    {
        var (least, note) = (5m, "a");
        Becomes(Orders.Where(o => o.Total > least && o.Note == note), $"SELECT {All} FROM orders AS o WHERE o.total > :least_1 AND o.note = :note_1");
        Becomes(Orders.Where(o => o.Total > least), $"SELECT {All} FROM orders AS o WHERE o.total > $1", Dialects.PostgreSql);
        Becomes(Orders.Where(o => o.Id == 5), $"SELECT {All} FROM orders AS o WHERE o.id = ?", Dialects.Sqlite);
    }

    [Test]
    public void References_join_once_and_keys_need_no_join()
    {
        Becomes(Orders.Where(o => o.Customer.Country == "NO").Select(o => o.Customer.Name),
            "SELECT c.\"Name\" FROM orders AS o JOIN customers AS c ON o.customer_id = c.\"Id\" WHERE c.\"Country\" = :Country_1");
        Becomes(Orders.Where(o => o.Agent!.Name == "x").Select(o => o.Id),
            "SELECT o.id FROM orders AS o LEFT OUTER JOIN customers AS a ON o.agent_id = a.\"Id\" WHERE a.\"Name\" = :Name_1");
        Becomes(Orders.Where(o => o.Customer.Id == 3 && o.Agent == null).Select(o => o.Id), "SELECT o.id FROM orders AS o WHERE o.customer_id = :customer_id_1 AND o.agent_id IS NULL");
    }

    [Test]
    public void Collections_become_correlated_subqueries()
    {
        Becomes(Customers.Where(c => c.Orders.Any(o => o.Total > 5)).Select(c => c.Id),
            "SELECT c.\"Id\" FROM customers AS c WHERE EXISTS (SELECT 1 FROM orders AS o WHERE o.customer_id = c.\"Id\" AND o.total > :total_1)");
        Becomes(Customers.Select(c => c.Orders.Count), "SELECT (SELECT count(*) AS count_1 FROM orders AS o WHERE o.customer_id = c.\"Id\") AS anon_1 FROM customers AS c");
        Becomes(Customers.Where(c => c.Orders.Sum(o => o.Total) > 9).Select(c => c.Id),
            "SELECT c.\"Id\" FROM customers AS c WHERE (SELECT coalesce(sum(o.total), 0.0) AS coalesce_1 FROM orders AS o WHERE o.customer_id = c.\"Id\") > :param_1");
    }

    [Test]
    public void Operators_that_come_too_late_make_a_subquery()
    {
        Becomes(Orders.OrderBy(o => o.Total).Take(3).Where(o => o.Id > 1).Select(o => o.Id),
            "SELECT o.id FROM (SELECT o_1.id AS id, o_1.customer_id AS customer_id, o_1.agent_id AS agent_id, o_1.total AS total, o_1.note AS note, o_1.placed_at AS placed_at FROM orders AS o_1 ORDER BY o_1.total LIMIT :param_1) AS o WHERE o.id > :id_1 ORDER BY o.total");
        Becomes(Orders.Where(o => o.Id > 1).OrderBy(o => o.Id).Skip(2).Take(3).Select(o => o.Id), "SELECT o.id FROM orders AS o WHERE o.id > :id_1 ORDER BY o.id LIMIT :param_1 OFFSET :param_2");
        Becomes(Orders.GroupBy(o => o.CustomerId).Where(g => g.Count() > 1).Select(g => new { g.Key, Sum = g.Sum(o => o.Total) }),
            "SELECT o.customer_id, coalesce(sum(o.total), 0.0) AS coalesce_1 FROM orders AS o GROUP BY o.customer_id HAVING count(*) > :param_1");
    }

    [Test]
    public void What_is_selected_and_sorted_by_is_written_once()
    {
        Becomes(Customers.Select(c => new { c.Id, N = c.Orders.Count() }).OrderByDescending(x => x.N).ThenBy(x => x.Id),
            "SELECT c.\"Id\", (SELECT count(*) AS count_1 FROM orders AS o WHERE o.customer_id = c.\"Id\") AS order_1 FROM customers AS c ORDER BY order_1 DESC, c.\"Id\"");
        Becomes(Customers.Select(c => new { c.Id, N = c.Orders.Count }).OrderBy(x => x.N).Select(x => x.N),
            "SELECT (SELECT count(*) AS count_1 FROM orders AS o WHERE o.customer_id = c.\"Id\") AS order_1 FROM customers AS c ORDER BY order_1");
    }

    [Test]
    public void A_bulk_statement_is_planned_once()
    {
        foreach (var least in new[] { 1m, 2m })
        {
            Orders.Where(o => o.Total > least).ExecuteUpdate(s => s.SetProperty(o => o.Note, "x").SetProperty(o => o.Total, o => o.Total + least));
            Orders.Where(o => o.Total > least).ExecuteUpdate(s => s.SetProperty(o => o.Note, "x"));
            Orders.Where(o => o.Total > least).ExecuteDelete();
        }

        foreach (var members in new string[][] { ["Note", "Total"], ["Note"], [] })
        {
            var stats = PlanCaches.OfBulk(Model, Engine.Dialect, members).Stats;
            Assert.That((stats.Misses, stats.Hits), Is.EqualTo((1, 1)));
        }
    }

    [Test]
    public void Nullness_chooses_the_operator()
    {
        string? note = null;
        Becomes(Orders.Where(o => o.Note == note).Select(o => o.Id), "SELECT o.id FROM orders AS o WHERE o.note IS NULL");
        Becomes(Orders.Where(o => o.Note != "a").Select(o => o.Id), "SELECT o.id FROM orders AS o WHERE o.note IS DISTINCT FROM :note_1");
        Becomes(Orders.Where(o => !(o.Total > 5)).Select(o => o.Id), "SELECT o.id FROM orders AS o WHERE o.total <= :total_1");
        Becomes(Orders.Where(o => o.AgentId == o.CustomerId).Select(o => o.Id), "SELECT o.id FROM orders AS o WHERE o.agent_id = o.customer_id");
        Becomes(Orders.OrderBy(o => o.Note).Select(o => o.Id), "SELECT o.id FROM orders AS o ORDER BY o.note NULLS FIRST");
        Becomes(Orders.OrderBy(o => o.Note).Select(o => o.Id), "SELECT o.id FROM orders AS o ORDER BY o.note", Dialects.Sqlite);
    }

    [Test]
    public void Lists_expand_in_steps()
    {
        var ids = new List<int> { 1, 2, 3 };
        Becomes(Orders.Where(o => ids.Contains(o.Id)).Select(o => o.Id), "SELECT o.id FROM orders AS o WHERE o.id IN (?, ?, ?, ?)", Dialects.Sqlite);
        ids.Clear();
        Assert.That(Orders.Where(o => ids.Contains(o.Id)).ToList(), Is.Empty);
    }

    [Test]
    public void Text_is_searched_with_escaped_patterns()
    {
        var part = "50%";
        Becomes(Orders.Where(o => o.Note!.StartsWith(part)).Select(o => o.Id), "SELECT o.id FROM orders AS o WHERE o.note LIKE :part_1 ESCAPE '/'");
        Assert.That(Orders.Where(o => o.Note!.Contains(part)).ToSelect().WhereClauses[0].ToString(), Does.Contain("LIKE"));
    }

    [Test]
    public void Tags_stand_before_the_statement_and_cannot_leave_their_comment()
    {
        foreach (var tag in new[] { "from the test", "two\r\nlines; DROP TABLE orders" })
        {
            var query = Orders.TagWith(tag).Select(o => o.Id);
            Becomes(query, tag.Contains("two", StringComparison.Ordinal) ? "-- two\n-- lines; DROP TABLE orders\nSELECT o.id FROM orders AS o" : "-- from the test\nSELECT o.id FROM orders AS o");
            Assert.That(query.ToList(), Is.Empty);
        }

        Assert.That(() => Customers.Include(c => c.Orders).AsSingleQuery().ToList(), Throws.TypeOf<LinqTranslationException>().With.Message.Contains("AsSingleQuery"));
    }
}
