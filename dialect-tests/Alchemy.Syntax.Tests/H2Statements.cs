namespace Alchemy.Tests;

/// <summary>Ordinary statements of Core, each of which has rows that every database should agree about.</summary>
internal static class H2Statements
{
    public static IEnumerable<ClauseElement> All(Users users, Orders orders) => [.. Selects(users, orders), .. OfManyRows(users, orders), .. Changes(users, orders)];

    private static IEnumerable<SelectBase> Selects(Users users, Orders orders)
    {
        var (id, name, age) = (users.Id, users.Name, users.Age);
        var ids = Sql.Select(id);
        yield return Sql.Select(name, orders.Total).SelectFrom(users.Join(orders, orders.UserId == id)).OrderBy(orders.Id);
        yield return Sql.Select(id, orders.Id.As("o")).SelectFrom(users.OuterJoin(orders, orders.UserId == id)).Where(orders.Id.IsNull());
        yield return Sql.Select(id, orders.Id.As("o")).SelectFrom(users.From).FullJoin(orders, orders.UserId == id);
        yield return ids.OrderBy(age.NullsFirst(), id);
        yield return ids.OrderBy(age.NullsLast(), id.Desc());
        yield return ids.OrderBy(id).Limit(3);
        yield return ids.OrderBy(id).Limit(3).Offset(2);
        yield return ids.OrderBy(id.Desc()).Offset(10);
        yield return Sql.Select(users.From).Where(id.In(1, 3, 5, 99)).OrderBy(id);
        yield return ids.Where(id.InList(Array.Empty<int>()));
        yield return ids.Where(!id.In(1, 2) & age > 1);
        yield return ids.Where(name.Like("50/%/_%", "/"));
        yield return ids.Where(name.StartsWith("50%", autoEscape: true) | name.EndsWith("7"));
        yield return ids.Where(!name.Like("%n%"));
        yield return ids.Where(Sql.Exists(Sql.Select(orders.Id).Where(orders.UserId == id & orders.Total > 100m)));
        yield return ids.Where(!Sql.Exists(Sql.Select(orders.Id).Where(orders.UserId == id)));
        yield return ids.Where(age.IsDistinctFrom(2)).OrderBy(id);
        yield return ids.Where(users.Active & users.Credit.Between(1m, 9m));
        yield return Sql.Select(id, Sql.Case<string>(age > 2, "old").When(age.IsNull(), "unknown").Else("young").As("kind"));
        yield return Sql.Select(id, (name + "-" + name).As("twice"), Func.Coalesce(age, -1).As("age"));
        yield return Sql.Select(id, Func.Upper(name).As("u"), Func.Lower(name).As("l"), Func.CharLength(name).As("n")).Where(name != "éa");
        yield return Sql.Select(id, (id % 3).As("m"), (users.Credit * 2m - 1m).As("c"), (-id).As("n"), (id / 2).As("half"));
        yield return Sql.Select(id, Sql.Value(new DateOnly(2026, 1, 31)).As("d")).Where(Sql.Value(new DateOnly(2026, 2, 1)) > Sql.Value(new DateOnly(2026, 1, 31)));
        yield return Sql.Select(id, users.Seen).Where(users.Seen < Sql.Value(new DateTimeOffset(2026, 1, 31, 14, 30, 0, TimeSpan.FromHours(2)))).OrderBy(users.Seen);
        yield return ids.Where(Sql.Value(new DateTime(2026, 1, 31, 12, 0, 0)) < Sql.Value(new DateTime(2026, 1, 31, 12, 30, 0)));
        yield return Sql.Select(age).Distinct();
        yield return Sql.Select(id, Sql.Select(Func.Max(orders.Total)).Where(orders.UserId == id).Scalar<decimal>().As("most"));
    }

    private static IEnumerable<SelectBase> OfManyRows(Users users, Orders orders)
    {
        var (id, age, userId, total) = (users.Id, users.Age, orders.UserId, orders.Total);
        yield return Sql.Select(age, Func.Count().As("n"), Func.Sum(id).As("s"), Func.Min(users.Credit).As("least")).GroupBy(age);
        yield return Sql.Select(userId, Func.Count().As("n"), Func.Max(total).As("most")).GroupBy(userId).Having(Func.Sum(total) > 200m).OrderBy(userId);
        yield return Sql.Select(Func.Count(age.Distinct()).As("ages"), Func.Count(age).As("known"), Func.Count().As("everything"));
        yield return Sql.Select(orders.Id, Func.RowNumber().Over(w => w.PartitionBy(userId).OrderBy(orders.Id.Desc())).As("place"), Func.Sum(orders.Id).Over(w => w.PartitionBy(userId)).As("of_user"));
        yield return Sql.Select(id, Func.Rank().Over(w => w.OrderBy(Func.Coalesce(age, 0))).As("rank_1"), Func.Sum(id).Over(w => w.OrderBy(id).Rows(-1, 0)).As("running"));
        var sums = Sql.Select(userId, Func.Sum(total).As("total")).GroupBy(userId).Cte("sums");
        yield return Sql.Select(users.Name, sums.C("total")).SelectFrom(users.Join(sums, sums.C<int>("user_id") == id)).OrderBy(id);
        var numbers = Sql.Select(Sql.Value(1).As("n")).Cte("numbers", recursive: true);
        numbers = numbers.UnionAll(Sql.Select((numbers.C<int>("n") + 1).As("n")).Where(numbers.C<int>("n") < 5));
        yield return Sql.Select(numbers.C<int>("n"));
        var (some, others) = (Sql.Select(id).Where(id < 6), Sql.Select(userId).Where(userId > 3));
        yield return some.Union(others);
        yield return some.UnionAll(others);
        yield return some.Intersect(others);
        yield return some.Except(others);
        var latest = Sql.Select(userId, orders.Id.As("order_id")).OrderBy(orders.Id.Desc()).Limit(4).Subquery("latest");
        yield return Sql.Select(users.Name, latest.C("order_id")).SelectFrom(users.Join(latest, latest.C<int>("user_id") == id));
    }

    private static IEnumerable<DmlStatement> Changes(Users users, Orders orders)
    {
        var (id, name) = (users.Id, users.Name);
        var totals = Sql.Select(Func.Sum(orders.Total)).Where(orders.UserId == id);
        yield return Sql.Update(users).Set(users.Credit, totals.Scalar<decimal>()).Where(id.In(1, 2, 12));
        yield return Sql.Update(users).Set(name, name + "!").Set(users.Age, Sql.Null()).Where(Sql.Exists(Sql.Select(orders.Id).Where(orders.UserId == id & orders.Id > 80)));
        yield return Sql.Delete(orders).Where(orders.UserId.In(Sql.Select(id).Where(users.Active)));
        yield return Sql.Delete(users).Where(!Sql.Exists(Sql.Select(orders.Id).Where(orders.UserId == id)));
        yield return Sql.Insert(orders).Value(orders.Id, 1000).Value(orders.UserId, 3);
        yield return Sql.Insert(orders).FromSelect([orders.Id, orders.UserId], Sql.Select(id + 500, id).Where(id > 9));
        foreach (var key in new[] { 3, 300 })
        {
            var insert = Sql.Insert(users).Value(id, key).Value(name, "new").Value(users.Active, true);
            yield return insert.OnConflict(id).DoUpdate(set => set.Set(name, set.Excluded(name)).Set(users.Age, users.Age + 1));
            yield return insert.OnConflict(id).DoNothing();
        }
    }
}
