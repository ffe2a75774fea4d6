using Alchemy.Linq;
using Microsoft.EntityFrameworkCore;

namespace Alchemy.Bench.Workloads;

/// <summary>From expression to SQL text, seen before; the first contender only builds the tree.</summary>
internal static class Translation
{
    public static Workload Seen(BenchDatabase database)
    {
        var ours = new BenchContext(database.Engine);
        var (country, level, least) = ("NO", 3, 100m);
        IQueryable<Customer> Query(IQueryable<Customer> customers) => customers.Where(c => c.Country == country).Where(c => c.Level == level).Where(c => c.Credit > least).OrderBy(c => c.Name);
        var workload = new Workload("W9", "expression to SQL text, three predicates, seen before", null)
            .Add("tree only", () => Query(ours.Customers).Expression.Type.Name[..1])
            .Add("Alchemy", () => Query(ours.Customers).ToSqlString().Length > 0 ? "I" : "", isOurs: true);
        var ef = new EfContext(database.Ef);
        return workload.Add("EF Core", () => Query(ef.Customers).ToQueryString().Length > 0 ? "I" : "");
    }
}
