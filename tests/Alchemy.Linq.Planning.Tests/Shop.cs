using System.Collections;
using System.Linq.Expressions;
using Alchemy.Internals;

namespace Alchemy.Tests;

internal enum Status
{
    Open,
    Paid,
}

internal sealed class Customer
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public string? City { get; set; }

    public List<Order> Orders { get; set; } = [];
}

internal sealed class Order
{
    public int Id { get; set; }

    public int CustomerId { get; set; }

    public Customer Customer { get; set; } = null!;

    public double Total { get; set; }

    public int Kind { get; set; }

    public Status Status { get; set; }

    public int? Rank { get; set; }

    public string? Note { get; set; }

    public DateTime Created { get; set; }

    public List<Line> Lines { get; set; } = [];
}

internal sealed class Line
{
    public int Id { get; set; }

    public int OrderId { get; set; }

    public Order Order { get; set; } = null!;

    public int Quantity { get; set; }

    public double Price { get; set; }

    public string Sku { get; set; } = "";
}

/// <summary>Query roots without a database, and a provider that only remembers what it was asked.</summary>
internal sealed class Shop
{
    public Shop() => (Customers, Orders, Lines) = (new Root<Customer>(Provider), new Root<Order>(Provider), new Root<Line>(Provider));

    public RecordingProvider Provider { get; } = new();

    public IQueryable<Customer> Customers { get; }

    public IQueryable<Order> Orders { get; }

    public IQueryable<Line> Lines { get; }

    public int Reads { get; private set; }

    public IQueryable<Order> CountedOrders
    {
        get
        {
            Reads++;
            return Orders;
        }
    }

    public IQueryable<T> Query<T>() => new Root<T>(Provider);

    public IQueryable<Order> Above(double total) => Orders.Where(o => o.Total > total);

    public Expression Last(Func<object?> terminal)
    {
        terminal();
        return Provider.Last!;
    }
}

internal sealed class Root<T> : IQueryable<T>, IQueryRoot
{
    public Root(RecordingProvider provider) => (Provider, Expression) = (provider, Expression.Constant(this));

    public object RootIdentity => typeof(T);

    public Type ElementType => typeof(T);

    public Expression Expression { get; }

    public IQueryProvider Provider { get; }

    public IEnumerator<T> GetEnumerator() => Enumerable.Empty<T>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

internal sealed class Composed<T>(IQueryProvider provider, Expression expression) : IOrderedQueryable<T>
{
    public Type ElementType => typeof(T);

    public Expression Expression => expression;

    public IQueryProvider Provider => provider;

    public IEnumerator<T> GetEnumerator() => Enumerable.Empty<T>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

internal sealed class RecordingProvider : IPlannedQueryProvider
{
    public Expression? Last { get; private set; }

    public IQueryable<T> CreateQuery<T>(Expression expression) => new Composed<T>(this, expression);

    public IQueryable CreateQuery(Expression expression) =>
        (IQueryable)Activator.CreateInstance(typeof(Composed<>).MakeGenericType(expression.Type.GetGenericArguments()[0]), this, expression)!;

    public object? Execute(Expression expression)
    {
        Last = expression;
        return null;
    }

    public T Execute<T>(Expression expression)
    {
        Last = expression;
        return default!;
    }
}
