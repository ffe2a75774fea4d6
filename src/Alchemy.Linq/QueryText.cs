using Alchemy.Internals;

namespace Alchemy.Linq;

/// <summary>Shows what a query becomes.</summary>
public static class QueryText
{
    /// <summary>The SQL of a query, with parameter markers in place of values.</summary>
    /// <param name="query">A query of this provider.</param>
    /// <param name="dialect">The dialect; null for that of the query's own database.</param>
    /// <exception cref="LinqTranslationException">The query has no SQL form.</exception>
    /// <exception cref="ArgumentException">The query belongs to another provider.</exception>
    public static string ToSqlString<T>(this IQueryable<T> query, Dialect? dialect = null)
    {
        var (plan, binds) = ProviderOf(query).Plan(query.Expression, dialect);
        return plan.Query.Sql.Fill(binds).Text;
    }

    /// <summary>The query as a Core SELECT with its values, to be used in further Core expressions.</summary>
    /// <param name="query">A query of this provider.</param>
    /// <exception cref="LinqTranslationException">The query has no SQL form.</exception>
    /// <exception cref="ArgumentException">The query belongs to another provider.</exception>
    public static Select ToSelect<T>(this IQueryable<T> query)
    {
        var (plan, binds) = ProviderOf(query).Plan(query.Expression, null);
        return new BoundValues(plan.Query.Sql.Binds, binds).Rewrite((Select)plan.Query.Query.Statement);
    }

    internal static AlchemyQueryProvider ProviderOf(IQueryable query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Provider as AlchemyQueryProvider
            ?? throw new ArgumentException($"This is not an Alchemy query but one of {query.Provider.GetType().Name}: start it at session.Query<T>() or at a context's set.", nameof(query));
    }

    private sealed class BoundValues(IReadOnlyList<BindParameter> binds, object?[] values) : SqlRewriter
    {
        protected override ClauseElement? Replace(ClauseElement node)
        {
            for (var i = 0; i < binds.Count; i++)
            {
                if (ReferenceEquals(binds[i], node))
                {
                    return new BindParameter(binds[i].Key, binds[i].Type, values[i], hasValue: true, unique: binds[i].IsUnique, expanding: binds[i].IsExpanding);
                }
            }

            return null;
        }
    }
}
