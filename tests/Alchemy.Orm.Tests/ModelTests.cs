using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace Alchemy.Tests;

[TestFixture]
public sealed class ModelTests
{
    [Test]
    public void Conventions_and_attributes_make_tables()
    {
        var ddl = Dialects.Sqlite.Ddl.CreateAll(new ModelBuilder().Entity<Customer>().Build().MetaData);
        Assert.That(ddl, Is.EqualTo(new[]
        {
            "CREATE TABLE customers (\n    \"Id\" INTEGER NOT NULL,\n    full_name VARCHAR(40) NOT NULL,\n    \"Country\" TEXT,\n    PRIMARY KEY (\"Id\")\n)",
            "CREATE TABLE \"Order\" (\n    \"Id\" INTEGER NOT NULL,\n    \"Total\" DECIMAL_TEXT NOT NULL,\n    \"CustomerId\" INTEGER NOT NULL,\n    \"ReferrerId\" INTEGER,\n    PRIMARY KEY (\"Id\"),\n"
                + "    FOREIGN KEY(\"CustomerId\") REFERENCES customers (\"Id\"),\n    FOREIGN KEY(\"ReferrerId\") REFERENCES customers (\"Id\")\n)",
        }));
    }

    [Test]
    public void A_rule_names_what_nobody_named()
    {
        var ddl = Dialects.Sqlite.Ddl.CreateAll(new ModelBuilder().Entity<Customer>().UseNames(Naming.SnakeCase).Build().MetaData);
        Assert.That(ddl, Is.EqualTo(new[]
        {
            "CREATE TABLE customers (\n    id INTEGER NOT NULL,\n    full_name VARCHAR(40) NOT NULL,\n    country TEXT,\n    PRIMARY KEY (id)\n)",
            "CREATE TABLE \"order\" (\n    id INTEGER NOT NULL,\n    total DECIMAL_TEXT NOT NULL,\n    customer_id INTEGER NOT NULL,\n    referrer_id INTEGER,\n    PRIMARY KEY (id),\n"
                + "    FOREIGN KEY(customer_id) REFERENCES customers (id),\n    FOREIGN KEY(referrer_id) REFERENCES customers (id)\n)",
        }));
        Assert.That(new[] { "InvoiceLine", "HTTPStatus2", "already_there", "X" }.Select(Naming.SnakeCase), Is.EqualTo(new[] { "invoice_line", "http_status2", "already_there", "x" }));
    }

    [Test]
    public void Navigations_know_their_columns_and_other_ends()
    {
        var model = new ModelBuilder().Entity<Customer>().Build();
        var orders = model.Mapper<Customer>().Relationship("Orders");
        Assert.That(orders.Direction, Is.EqualTo(RelationshipDirection.OneToMany));
        Assert.That(orders.RemoteColumns, Is.EqualTo(new[] { model.Mapper<Order>().Table.Column("CustomerId") }));
        Assert.That(orders.Inverse, Is.SameAs(model.Mapper<Order>().Relationship("Customer")));
        Assert.That(orders.Inverse!.Inverse, Is.SameAs(orders));
        Assert.That((orders.IsRequired, model.Mapper<Order>().Relationship("Referrer").IsRequired), Is.EqualTo((true, false)));
        Assert.That(model.Mapper<Order>().Attribute("ReferrerId")!.IsShadow, Is.True);
    }

    [Test]
    public void Attributes_read_and_write_members_shadows_and_collections()
    {
        var model = new ModelBuilder().Entity<Customer>().Build();
        var order = new Order { Total = 5 };
        var state = new StateEntry(model.Mapper<Order>(), order);
        state.Mapper.Attribute("Total")!.SetValue(state, 7m);
        state.Mapper.Attribute("ReferrerId")!.SetValue(state, 3);
        Assert.That((order.Total, state.Mapper.Attribute("ReferrerId")!.GetValue(state)), Is.EqualTo((7m, 3)));

        var customer = new StateEntry(model.Mapper<Customer>(), new Customer());
        var lines = ((CollectionAttribute)customer.Mapper.Attribute("Orders")!).Adapter;
        lines.Add(customer, order);
        lines.Add(customer, order);
        Assert.That(lines.Items(customer), Is.EqualTo(new object[] { order }));
        lines.Reset(customer, []);
        Assert.That(((Customer)customer.Entity).Orders, Is.Empty);
    }

    [Test]
    public void Configuration_wins_over_attributes()
    {
        var model = new ModelBuilder().Entity<Customer>(e => e.Table("people").Property(c => c.Name).Column("name").Length(9).And.Ignore(c => c.Country)).Build();
        var table = model.Mapper<Customer>().Table;
        Assert.That(table.Name, Is.EqualTo("people"));
        Assert.That(table.Columns.Select(c => c.Name), Is.EqualTo(new[] { "Id", "name" }));
        Assert.That(table.Column("name").Type, Is.EqualTo(SqlTypes.String(9)));
    }

    [Test]
    public void Mapped_tables_are_core_tables()
    {
        var model = new ModelBuilder().Entity<Customer>().Build();
        using var engine = Engine.Create("sqlite://");
        engine.CreateAll(model.MetaData);
        var table = model.Mapper<Customer>().Table;
        using var connection = engine.Connect();
        connection.Execute(Sql.Insert(table).Values(("full_name", "ann")));
        Assert.That(connection.Execute(Sql.Select(table)).One()["full_name"], Is.EqualTo("ann"));
    }

    [Test]
    public void What_is_not_mapped_or_mapped_wrongly_is_named()
    {
        var model = new ModelBuilder().Entity<Keyless>().Build();
        Assert.That(Assert.Throws<UnmappedTypeException>(() => model.Mapper<Customer>())!.Message, Does.Contain("Customer").And.Contain("ALQ4001"));
        Assert.That(Assert.Throws<MappingException>(() => model.Mapper<Keyless>())!.Message, Does.Contain("no key").And.Contain("ALQ4002"));
        Assert.Throws<MappingException>(() => new ModelBuilder().Entity<Odd>().Build().Mapper<Odd>());
    }

    [Test]
    public void A_set_of_attributes_holds_any_number()
    {
        var set = new AttributeSet();
        foreach (var index in new[] { 0, 63, 64, 200 })
        {
            set.Add(index);
        }

        var copy = set.Copy();
        set.Remove(200);
        Assert.That((set.Contains(63), set.Contains(64), set.Contains(65), set.Contains(200), copy.Contains(200)), Is.EqualTo((true, true, false, false, true)));
        Assert.That((set.IsEmpty, new AttributeSet().IsEmpty), Is.EqualTo((false, true)));
    }

    [Table("customers")]
    private sealed class Customer
    {
        public int Id { get; set; }

        [Column("full_name")]
        [MaxLength(40)]
        public string Name { get; set; } = "";

        public string? Country { get; set; }

        [InverseProperty(nameof(Order.Customer))]
        public List<Order> Orders { get; } = [];

        public int NameLength => Name.Length;
    }

    private sealed class Order
    {
        public int Id { get; set; }

        public decimal Total { get; set; }

        public int CustomerId { get; set; }

        public Customer Customer { get; set; } = null!;

        public Customer? Referrer { get; set; }
    }

    private sealed class Keyless
    {
        public string Name { get; set; } = "";
    }

    private sealed class Odd
    {
        public int Id { get; set; }

        public TimeSpan Span { get; set; }
    }
}
