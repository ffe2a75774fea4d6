using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Alchemy.Internals;

/// <summary>The values of many executions: the statement, the names of the parameters that every row gives a value, and the values of each row in their order.</summary>
internal sealed record ParameterRows(ClauseElement Statement, IReadOnlyList<string> Names, IEnumerable<object?[]> Rows)
{
    /// <summary>Reads the rows' form off the first: dictionaries, tuples, arrays or objects.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="source">The rows, at the first one.</param>
    /// <exception cref="InvalidStatementException">The rows have no form that can be read, or name what is no parameter.</exception>
    public static ParameterRows Of<T>(ClauseElement statement, IEnumerator<T> source)
    {
        var first = source.Current ?? throw new InvalidStatementException("Row 0 is null: give a dictionary, a tuple, an array or an object.");
        return first switch
        {
            IReadOnlyDictionary<string, object?> row => OfDictionaries(statement, source, row),
            IEnumerable<KeyValuePair<string, object?>> row => OfDictionaries(statement, source, new Dictionary<string, object?>(row)),
            ITuple or object?[] => OfPositions(statement, source),
            _ => OfObjects(statement, source, first.GetType()),
        };
    }

    private static ParameterRows OfDictionaries<T>(ClauseElement statement, IEnumerator<T> source, IReadOnlyDictionary<string, object?> first)
    {
        string[] names = [.. first.Keys];
        statement = !IsBare(statement, out var insert) ? statement : names.Length == 0 ? insert.DefaultValues() : insert.Parameters([.. names.Select(insert.Table.Column)]);
        ThrowIfUnknown(statement, names);
        return new ParameterRows(statement, names, Read(source, (row, number) => Values(row as IEnumerable<KeyValuePair<string, object?>> ?? throw new InvalidStatementException($"Row {number} is null: give dictionaries with the same names."), names, number)));
    }

    private static object?[] Values(IEnumerable<KeyValuePair<string, object?>> row, string[] names, int number)
    {
        var values = new object?[names.Length];
        var found = 0;
        foreach (var (name, value) in row)
        {
            var place = Array.IndexOf(names, name);
            values[place >= 0 ? place : throw new InvalidStatementException($"Row {number} names '{name}', which the first row does not: every row gives the same parameters ({string.Join(", ", names)}).")] = value;
            found++;
        }

        return found == names.Length ? values : throw new InvalidStatementException(
            $"Row {number} has no value for {string.Join(", ", names.Except(row.Select(v => v.Key)).Select(n => $"'{n}'"))}: every row gives the same parameters.");
    }

    // Only an INSERT that says its columns has an order that the program knows.
    private static ParameterRows OfPositions<T>(ClauseElement statement, IEnumerator<T> source)
    {
        if (statement is not Insert { Assignments: { Count: > 0 } assignments })
        {
            throw new InvalidStatementException("Rows by position are for an INSERT that names its columns with Parameters(...): give dictionaries or objects to this statement.");
        }

        string[] names = [.. assignments.Select(a => a.Value).OfType<BindParameter>().Where(b => !b.HasValue).Select(b => b.Key)];
        return new ParameterRows(statement, names, Read(source, (row, number) =>
        {
            object?[] values = row is ITuple tuple ? [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])] : (object?[])(object)row!;
            return values.Length == names.Length ? values : throw new InvalidStatementException($"Row {number} has {values.Length} values for {names.Length} parameters ({string.Join(", ", names)}).");
        }));
    }

    private static ParameterRows OfObjects<T>(ClauseElement statement, IEnumerator<T> source, Type type)
    {
        var members = Members.Of(type);
        if (members.Count == 0)
        {
            throw new InvalidStatementException($"{type.Name} has no public properties to take values from: give dictionaries, tuples, arrays or objects.");
        }

        if (IsBare(statement, out var insert))
        {
            statement = insert.Parameters([.. members.Select(m => Column(insert.Table, m.Name, type))]);
        }

        // A statement that says its parameters takes those, and an object may have more.
        var taken = StatementShape.Of(statement).Binds.Where(b => !b.IsOutput).Select(b => b.Key).Distinct()
            .Select(key => (Key: key, Member: members.FirstOrDefault(m => Plain(m.Name) == Plain(key)))).Where(t => t.Member.Get is not null).ToList();
        return new ParameterRows(statement, [.. taken.Select(t => t.Key)], Read(source, (row, number) => row?.GetType() == type
            ? [.. taken.Select(t => t.Member.Get(row))]
            : throw new InvalidStatementException($"Row {number} is {(row is null ? "null" : $"a {row.GetType().Name}")}, and the first row a {type.Name}: give rows of one class.")));
    }

    private static IEnumerable<object?[]> Read<T>(IEnumerator<T> source, Func<T, int, object?[]> values)
    {
        var number = 0;
        do
        {
            yield return values(source.Current, number++);
        }
        while (source.MoveNext());
    }

    private static bool IsBare(ClauseElement statement, out Insert insert)
    {
        insert = (statement as Insert)!;
        return statement is Insert { Assignments.Count: 0, Rows.Count: 0, Source: null, IsDefaultRow: false };
    }

    private static Column Column(Table table, string name, Type type) => table.Columns.OfType<Column>().FirstOrDefault(c => Plain(c.Key) == Plain(name))
        ?? throw new InvalidStatementException($"Table '{table.Name}' has no column for {type.Name}.{name}: name the columns to insert with Parameters(...).");

    private static void ThrowIfUnknown(ClauseElement statement, string[] names)
    {
        var known = StatementShape.Of(statement).Binds;
        if (names.FirstOrDefault(n => !known.Any(b => b.Key == n)) is { } unknown)
        {
            throw new InvalidStatementException($"The statement has no parameter '{unknown}'; it has {(known.Length == 0 ? "none" : string.Join(", ", known.Select(b => b.Key).Distinct()))}.");
        }
    }

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();

    private static class Members
    {
        private static readonly ConcurrentDictionary<Type, IReadOnlyList<(string Name, Func<object, object?> Get)>> Known = new();

        public static IReadOnlyList<(string Name, Func<object, object?> Get)> Of(Type type) => Known.GetOrAdd(type, static t =>
            [.. t.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanRead && p.GetIndexParameters().Length == 0).Select(p => (p.Name, Getter(t, p)))]);

        private static Func<object, object?> Getter(Type type, PropertyInfo property)
        {
            var row = Expression.Parameter(typeof(object), "row");
            return Expression.Lambda<Func<object, object?>>(Expression.Convert(Expression.Property(Expression.Convert(row, type), property), typeof(object)), row).Compile();
        }
    }
}
