using Alchemy;
using Alchemy.Demo;

var metadata = new MetaData();
var (customers, orders) = (new Customers(metadata), new Orders(metadata));
using var engine = Engine.Create("sqlite://");
engine.CreateAll(metadata);
using var connection = engine.Connect();
Shop.Fill(connection, customers, orders);
var stage = new Stage(connection);

stage.Show("A query", "Sql.Select(customers.Name).Where(customers.Country == \"NO\").OrderBy(customers.Name)",
    Sql.Select(customers.Name).Where(customers.Country == "NO").OrderBy(customers.Name));

var joined = customers.Join(orders, customers.Id == orders.CustomerId);
stage.Show("A join", "Sql.Select(customers.Name, orders.Total).SelectFrom(joined).Where(orders.Total > 100m).OrderBy(orders.Total.Desc())",
    Sql.Select(customers.Name, orders.Total).SelectFrom(joined).Where(orders.Total > 100m).OrderBy(orders.Total.Desc()));

stage.Show("Exact sums of decimals, on SQLite too", "Sql.Select(customers.Country, Func.Sum(orders.Total).As(\"revenue\")).SelectFrom(joined).GroupBy(customers.Country).Having(Func.Sum(orders.Total) > 50m)",
    Sql.Select(customers.Country, Func.Sum(orders.Total).As("revenue")).SelectFrom(joined).GroupBy(customers.Country).Having(Func.Sum(orders.Total) > 50m).OrderBy(customers.Country));

stage.Show("A correlated subquery", "Sql.Select(customers.Name).Where(!Sql.Select(orders.Id).Where(orders.CustomerId == customers.Id).Exists())",
    Sql.Select(customers.Name).Where(!Sql.Select(orders.Id).Where(orders.CustomerId == customers.Id).Exists()));

var recent = Sql.Select(orders.CustomerId, Func.Max(orders.PlacedAt).As("last")).GroupBy(orders.CustomerId).Cte("recent");
var lastOrders = Sql.Select(customers.Name, recent.C("last")).SelectFrom(customers.Join(recent, customers.Id == recent.C<int>("customer_id"))).OrderBy(customers.Name);
stage.Show("A common table expression; instants compare by instant", "recent = Sql.Select(orders.CustomerId, Func.Max(orders.PlacedAt).As(\"last\")).GroupBy(orders.CustomerId).Cte(\"recent\")", lastOrders);

stage.Title("The same statement for PostgreSQL", "lastOrders.ToString(Dialects.PostgreSql)");
stage.Sql("PostgreSQL", lastOrders.ToString(Dialects.PostgreSql));

stage.Title("A transaction, a savepoint, a rollback", "using var transaction = connection.Begin(); using (transaction.Savepoint()) { delete everything }");
using (var transaction = connection.Begin())
{
    using (transaction.Savepoint())
    {
        stage.Say($"deleted {connection.Execute(Sql.Delete(orders)).RowsAffected} orders");
    }

    stage.Say($"after the savepoint was rolled back there are {connection.Execute(Sql.Select(Func.Count()).SelectFrom(orders)).Scalar<long>()} orders");
    transaction.Commit();
}

stage.Title("An error that says what, where and what to do", "connection.Execute(Sql.Insert(orders).Value(orders.CustomerId, 99).Value(orders.Total, 1m)...)");
try
{
    connection.Execute(Sql.Insert(orders).Value(orders.CustomerId, 99).Value(orders.Total, 1m).Value(orders.PlacedAt, DateTimeOffset.UnixEpoch));
}
catch (ConstraintViolationException error)
{
    stage.Say($"{error.Kind}: {error.Message}");
}
