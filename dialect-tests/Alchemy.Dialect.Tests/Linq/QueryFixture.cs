using System.Linq.Expressions;
using Alchemy.Linq;

namespace Alchemy.Tests;

/// <summary>A filled shop, as rows and as the same objects in memory: each query is asked of both.</summary>
public abstract class QueryFixture(Database database) : ShopFixture(database)
{
    private protected ShopContext Db { get; private set; } = null!;

    private protected List<Customer> Customers { get; private set; } = null!;

    private protected List<Order> Orders { get; private set; } = null!;

    private protected List<Line> Lines { get; private set; } = null!;

    private protected List<Product> Products { get; private set; } = null!;

    private protected List<Employee> Employees { get; private set; } = null!;

    [SetUp]
    public void Fill()
    {
        Products = [new("tea", 3.5m), new("coffee", 4.25m), new("Cup", 10.5m), new("100% juice", 9.5m), new("a_b", 1)];
        Customers = [new() { Name = "ann", Country = "NO" }, new() { Name = "bob", Country = "SE" }, new() { Name = "cid" }, new() { Name = "Dora", Country = "NO" }, new() { Name = "eve", Country = "DK" }];
        for (var i = 0; i < 12; i++)
        {
            var order = new Order
            {
                Customer = Customers[i % 4], PlacedAt = new DateTime(2026, 1 + i % 6, 1 + i), Total = 10.5m * i - 9.5m, Note = i % 3 == 0 ? null : $"note {i % 5}", Kind = (OrderKind)(i % 2),
            };
            Customers[i % 4].Orders.Add(order);
            for (var n = 0; n < i % 4; n++)
            {
                var product = (i + n) % 5 == 4 ? null : Products[(i + n) % 4];
                var line = new Line { Order = order, Product = product, Quantity = 1 + (i * n) % 7, Price = product?.Price ?? 2.25m };
                order.Lines.Add(line);
                product?.Lines.Add(line);
            }
        }

        Employees = [new() { Name = "boss" }, new() { Name = "vice" }, new() { Name = "clerk" }, new() { Name = "cook" }];
        (Employees[1].Boss, Employees[2].Boss, Employees[3].Boss) = (Employees[0], Employees[1], Employees[1]);
        using (var session = NewSession())
        {
            foreach (var entity in Customers.Cast<object>().Concat(Products).Concat(Employees))
            {
                session.Add(entity);
                session.Flush();
            }

            session.Commit();
        }

        (Orders, Lines) = ([.. Customers.SelectMany(c => c.Orders).OrderBy(o => o.Id)], [.. Customers.SelectMany(c => c.Orders).SelectMany(o => o.Lines).OrderBy(l => l.Id)]);
        Db = new ShopContext(Engine);
        Statements();
    }

    [TearDown]
    public void CloseContext() => Db?.Dispose();

    /// <summary>Asks the database and memory, and compares the answers in order.</summary>
    private protected void Same<T>(Func<IShop, IQueryable<T>> query, bool ordered = true)
    {
        var expected = query(new InMemory(this)).AsEnumerable().Select(Text).ToList();
        var actual = query(new InDatabase(Db)).AsEnumerable().Select(Text).ToList();
        Assert.That(actual, ordered ? Is.EqualTo(expected) : Is.EquivalentTo(expected), () => query(new InDatabase(Db)).ToSqlString());
    }

    /// <summary>Asks both for one value, or for the same failure.</summary>
    private protected void SameValue<T>(Func<IShop, T> query)
    {
        var (expected, actual) = (Outcome(() => query(new InMemory(this))), Outcome(() => query(new InDatabase(Db))));
        Assert.That(actual, Is.EqualTo(expected));
    }

    private static string Outcome<T>(Func<T> query)
    {
        try
        {
            return Text(query());
        }
        catch (InvalidOperationException failure)
        {
            return failure.Message.Contains("more than one", StringComparison.Ordinal) ? "more than one" : failure.Message.Contains("contains no", StringComparison.Ordinal) ? "none" : failure.Message;
        }
    }

    // Objects of the two sides are not the same: they are compared by what they show.
    private static string Text<T>(T item) => item switch
    {
        null => "null",
        decimal number => number.ToString("0.##########", System.Globalization.CultureInfo.InvariantCulture),
        double number => number.ToString("0.#####", System.Globalization.CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", System.Globalization.CultureInfo.InvariantCulture),
        Customer customer => $"Customer {customer.Id} {customer.Name}",
        Order order => $"Order {order.Id} {Text(order.Total)}",
        Line line => $"Line {line.Id}",
        Product product => $"Product {product.Id} {product.Name}",
        Employee employee => $"Employee {employee.Id}",
        string text => text,
        System.Collections.IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Text))}]",
        _ when item.GetType().Name.Contains("Anonymous", StringComparison.Ordinal) || item.GetType().IsGenericType || item is Dto => "{" + string.Join(", ", item.GetType().GetProperties().Select(p => $"{p.Name} = {Text(p.GetValue(item))}").Concat(item.GetType().GetFields().Select(f => Text(f.GetValue(item))))) + "}",
        _ => item.ToString()!,
    };

    private sealed class InMemory(QueryFixture fixture) : IShop
    {
        public IQueryable<Customer> Customers => fixture.Customers.AsQueryable();

        public IQueryable<Order> Orders => fixture.Orders.AsQueryable();

        public IQueryable<Line> Lines => fixture.Lines.AsQueryable();

        public IQueryable<Product> Products => fixture.Products.AsQueryable();

        public IQueryable<Employee> Employees => fixture.Employees.AsQueryable();
    }

    private sealed class InDatabase(ShopContext db) : IShop
    {
        public IQueryable<Customer> Customers => db.Customers;

        public IQueryable<Order> Orders => db.Orders;

        public IQueryable<Line> Lines => db.Lines;

        public IQueryable<Product> Products => db.Products;

        public IQueryable<Employee> Employees => db.Employees;
    }
}

/// <summary>The shop, wherever it is.</summary>
public interface IShop
{
    IQueryable<Customer> Customers { get; }

    IQueryable<Order> Orders { get; }

    IQueryable<Line> Lines { get; }

    IQueryable<Product> Products { get; }

    IQueryable<Employee> Employees { get; }
}

/// <summary>A result of the program's own.</summary>
public sealed class Dto
{
    public int Id { get; set; }

    public string? Name { get; set; }
}
