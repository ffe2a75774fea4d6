using Dapper;

namespace Alchemy.Bench.Workloads;

/// <summary>Inserts with their keys.</summary>
internal static class Writes
{
    private const string Insert = "INSERT INTO orders (\"CustomerId\", \"PlacedAt\", \"Total\", \"Status\", \"Note\") VALUES (@c, @p, @t, @s, @n) RETURNING \"Id\"";

    public static Workload InsertMany(BenchDatabase database, int count)
    {
        var time = new DateTime(2026, 1, 1);
        List<Order> New() => [.. Enumerable.Range(0, count).Select(i => new Order { CustomerId = 1 + i % 100, PlacedAt = time, Total = i % 90 + 0.25m, Status = i % 3, Note = "new" })];
        void Undo()
        {
            using var connection = database.Engine.Connect();
            connection.ExecuteText("DELETE FROM orders WHERE \"Note\" = 'new'");
        }

        string Done(List<Order> orders)
        {
            Undo();
            return orders.TrueForAll(o => o.Id > 0) ? $"{orders.Count}" : "a key is missing";
        }

        var workload = new Workload("W6", $"insert {count:N0} entities, keys filled", database.IsSqlite ? 1.2 : 0.15)
            .Add("raw", () =>
            {
                var orders = New();
                using (var connection = database.Connect())
                {
                    connection.Open();
                    using var transaction = connection.BeginTransaction();
                    using var command = Raw.Command(connection, Insert, ("@c", 1), ("@p", time), ("@t", 1m), ("@s", 1), ("@n", "new"));
                    command.Transaction = transaction;
                    command.Prepare();
                    foreach (var order in orders)
                    {
                        (command.Parameters[0].Value, command.Parameters[1].Value, command.Parameters[2].Value, command.Parameters[3].Value, command.Parameters[4].Value) = (order.CustomerId, order.PlacedAt, order.Total, order.Status, order.Note);
                        order.Id = Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
                    }

                    transaction.Commit();
                }

                return Done(orders);
            })
            .Add("Dapper", () =>
            {
                var orders = New();
                using (var connection = database.Connect())
                {
                    connection.Open();
                    using var transaction = connection.BeginTransaction();
                    foreach (var order in orders)
                    {
                        order.Id = connection.ExecuteScalar<int>(Insert, new { c = order.CustomerId, p = order.PlacedAt, t = order.Total, s = order.Status, n = order.Note }, transaction);
                    }

                    transaction.Commit();
                }

                return Done(orders);
            })
            .Add("Alchemy", () =>
            {
                var orders = New();
                using (var db = new BenchContext(database.Engine))
                {
                    db.Orders.AddRange(orders);
                    db.SaveChanges();
                }

                return Done(orders);
            }, isOurs: true);
        workload.Add("Alchemy, Core", () =>
        {
            var orders = New();
            using (var db = new BenchContext(database.Engine))
            using (var connection = database.Engine.Connect())
            {
                var table = db.Model.Mapper<Order>().Table;
                var ids = connection.ExecuteMany(
                    Sql.Insert(table).Returning(table.Column("Id")), orders.Select(o => new { o.CustomerId, o.PlacedAt, o.Total, o.Status, o.Note })).Scalars<int>();
                var i = 0;
                foreach (var id in ids)
                {
                    orders[i++].Id = id;
                }
            }

            return Done(orders);
        });
        return workload.Add("EF Core", () =>
        {
            var orders = New();
            using (var db = new EfContext(database.Ef))
            {
                db.Orders.AddRange(orders);
                db.SaveChanges();
            }

            return Done(orders);
        });
    }
}
