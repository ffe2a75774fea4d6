namespace Alchemy.Tests;

/// <summary>Builds a statement from a recipe, over the tables users and orders.</summary>
/// <param name="users">The table users.</param>
/// <param name="orders">The table orders.</param>
/// <param name="shift">Added to every value: two builders with different shifts build statements of one structure.</param>
internal sealed class StatementBuilder(Users users, Orders orders, int shift)
{
    /// <summary>A SELECT, or SELECTs joined by UNION.</summary>
    public SelectBase Statement(Recipe recipe) => (recipe.Kind % 6) switch
    {
        0 => Sql.Select(Number(recipe.Child(0), users)).Union(Sql.Select(Number(recipe.Child(1), users))),
        1 => Sql.Select(Text(recipe.Child(0), users)).UnionAll(Sql.Select(Text(recipe.Child(1), users).Node)),
        _ => Select(recipe),
    };

    private Select Select(Recipe recipe)
    {
        var scope = recipe.Kind % 2 == 0 ? users : users.As("u" + recipe.Number % 3);
        // Never NULL, which some databases sort first and some last: a LIMIT would take other rows.
        var (number, text) = (Func.Coalesce(Number(recipe.Child(0), scope), shift), Func.Coalesce(Text(recipe.Child(1), scope), "none"));
        var select = Sql.Select(number.As("n"), text.As("t")).SelectFrom(From(recipe, scope));
        select = (recipe.Kind / 2 % 4) switch
        {
            0 => select,
            1 => select.Where(Condition(recipe.Child(2), scope)),
            2 => select.Where(Condition(recipe.Child(2), scope)).Where(Condition(recipe.Child(0), scope)),
            _ => select.Distinct(),
        };
        return (recipe.Kind / 8 % 4) switch
        {
            0 => select.OrderBy(select.Columns[1].Desc(), select.Columns[0]),
            1 => select.OrderBy(select.Columns[0], select.Columns[1]).Limit(recipe.Number + shift),
            2 => select.OrderBy(select.Columns[0], select.Columns[1]).Limit(recipe.Number + shift).Offset(shift + 1),
            _ => select,
        };
    }

    private FromClause From(Recipe recipe, Users scope) => (recipe.Kind / 32 % 4) switch
    {
        0 => scope.From.Join(orders.From, orders.UserId == scope.Id),
        1 => scope.From.OuterJoin(Grouped().Subquery("totals") is var totals ? totals : totals, totals.C<int>("user_id") == scope.Id),
        2 => scope.From.OuterJoin(Grouped().Cte("sums") is var sums ? sums : sums, sums.C<int>("user_id") == scope.Id & Condition(recipe.Child(1), scope)),
        _ => scope.From,
    };

    private Select Grouped() => Sql.Select(orders.UserId, Func.Count().As("many")).GroupBy(orders.UserId).Having(Func.Count() > 1L + shift);

    private ColumnExpression<int> Number(Recipe recipe, Users scope)
    {
        ColumnExpression<int> Left() => Number(recipe.Child(0), scope);
        ColumnExpression<int> Right() => Number(recipe.Child(1), scope);
        return Leaf(recipe) ? recipe.Kind % 3 == 0 ? Sql.Value(recipe.Number + shift) : recipe.Kind % 3 == 1 ? scope.Id : scope.Age : (recipe.Kind % 9) switch
        {
            0 => Left() + Right(),
            1 => Left() - Right(),
            2 => Left() * (recipe.Number + shift),
            3 => Left() % (recipe.Number + shift + 1),
            4 => -Left(),
            5 => Sql.Case<int>(Condition(recipe.Child(2), scope), Left()).Else(Right()),
            6 => Func.Coalesce(Left(), Right()),
            7 => Largest(orders.As("o"), scope),
            _ => Func.Abs(Left()),
        };
    }

    private ColumnExpression<string> Text(Recipe recipe, Users scope) => Leaf(recipe)
        ? recipe.Kind % 3 == 0 ? Sql.Value("it's " + (recipe.Number + shift)) : scope.Name
        : (recipe.Kind % 4) switch
        {
            0 => Text(recipe.Child(0), scope) + Text(recipe.Child(1), scope),
            1 => Func.Lower(Text(recipe.Child(0), scope)),
            2 => Sql.Case<string>(Condition(recipe.Child(0), scope), Text(recipe.Child(1), scope)).Else(Text(recipe.Child(2), scope)),
            _ => Text(recipe.Child(0), scope) + "%",
        };

    private ColumnExpression<bool> Condition(Recipe recipe, Users scope)
    {
        if (Leaf(recipe))
        {
            return recipe.Kind % 2 == 0 ? scope.Active : scope.Age > recipe.Number + shift;
        }

        var (first, second) = (recipe.Child(0), recipe.Child(1));
        return (recipe.Kind % 13) switch
        {
            0 => Condition(first, scope) & Condition(second, scope),
            1 => Condition(first, scope) | Condition(second, scope),
            2 => !Condition(first, scope),
            3 => Number(first, scope) == Number(second, scope),
            4 => Number(first, scope) < Number(second, scope),
            5 => Number(first, scope).InList(Enumerable.Range(shift, recipe.Number % 4).ToArray()),
            6 => Number(first, scope).Between(shift, recipe.Number + shift),
            7 => Text(first, scope).Contains("50%_" + shift, autoEscape: true),
            8 => Text(first, scope).IsNull(),
            9 => Sql.Exists(OrdersOf(orders.As("o"), scope, recipe.Number + shift)),
            10 => scope.Id.NotIn(OrdersOf(orders.As("o"), scope, recipe.Number + shift)),
            11 => Number(first, scope).IsDistinctFrom(Number(second, scope)),
            _ => Text(first, scope) != Text(second, scope),
        };
    }

    // Aliases, because a SELECT around may have the table itself.
    private static ColumnExpression<int> Largest(Orders inner, Users scope) => Sql.Select(Func.Max(inner.Id)).Where(inner.UserId == scope.Id).Scalar<int>();

    private static Select OrdersOf(Orders inner, Users scope, int above) => Sql.Select(inner.Id).Where(inner.UserId == scope.Id & inner.Id > above);

    private static bool Leaf(Recipe recipe) => recipe.Children.Count == 0;
}
