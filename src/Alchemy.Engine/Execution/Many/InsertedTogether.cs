using System.Runtime.InteropServices;

namespace Alchemy.Internals;

/// <summary>Many rows in one INSERT. Where they return something, <see cref="RowOrder"/> puts that in the order of the rows.</summary>
internal sealed class InsertedTogether : ManyExecutions
{
    private const int MostInArrays = 1000;

    // Few sizes, so that few statements are kept prepared; with one row more for those that are left.
    private static readonly int[] Sizes = [250, 50, 10, 1];
    private readonly Dictionary<int, StatementRows> _statements = [];
    private readonly ManyRowInsert _insert;
    private readonly IReadOnlyList<BindParameter> _given;
    private readonly RowOrder? _order;
    private readonly BatchInsert _form;
    private readonly int _returned;
    private readonly BindParameter[] _made;
    private readonly bool _isNumbered;

    private InsertedTogether(Connection connection, Insert insert, GivenParameters given, RowOrder? order, BatchInsert form, bool isNumbered)
        : base(connection)
    {
        (_given, _made, _order, _form, _isNumbered) = (given.Binds, given.Made, order, form, isNumbered);
        _returned = insert.ReturningColumns.Count - (order?.Columns.Count ?? 0);
        _insert = new ManyRowInsert(insert, _given);
    }

    private DialectFeatures Features => Connection.Engine.Dialect.Features;

    /// <summary>The way for an INSERT; null where each row must be executed by itself.</summary>
    public static InsertedTogether? Of(Connection connection, Insert insert, IReadOnlyList<string> names)
    {
        var features = connection.Engine.Dialect.Features;
        if (features.BatchInsert is BatchInsert.OneByOne || insert is not { Rows.Count: 0, Source: null, IsDefaultRow: false } || insert.Content.Columns.Count == 0)
        {
            return null;
        }

        if (IsTakenInTurn(insert, features) || GivenParameters.Of(insert, names) is not { } given)
        {
            return null;
        }

        if (insert.ReturningColumns.Count == 0)
        {
            return FormOf(features, insert, given.Binds) is var plain and not BatchInsert.OneByOne ? new InsertedTogether(connection, insert, given, null, plain, false) : null;
        }

        var isNumbered = RowOrder.Of(insert, given.Binds) is null && RowOrder.Sentinel(insert.Table) is { } sentinel && !insert.Content.Columns.Contains(sentinel);
        if (isNumbered)
        {
            insert = insert.Parameters(RowOrder.Sentinel(insert.Table)!);
            names = [.. names, RowOrder.Sentinel(insert.Table)!.Key];
        }

        // A changed INSERT has parameters of its own.
        if (GivenParameters.Of(insert, names) is not { } known || RowOrder.Of(insert, known.Binds) is not { } order)
        {
            return null;
        }

        insert = insert.Returning([.. order.Columns]);
        given = GivenParameters.Of(insert, names)!;
        return FormOf(features, insert, given.Binds) is var form and not BatchInsert.OneByOne ? new InsertedTogether(connection, insert, given, order, form, isNumbered) : null;
    }

    public override int Size(int left) => _form is BatchInsert.Arrays
        ? Math.Min(left, MostInArrays)
        : Array.Find(Sizes, s => s == 1 || s <= left && s * (_given.Count + 1) < Features.MaxParameters);

    public override async ValueTask<int> RunCore(IOBehavior io, ReadOnlyMemory<object?[]> rows, List<object?[]>? returned, CancellationToken cancellationToken)
    {
        object?[][] given = _isNumbered || _made.Length > 0
            ? [.. MemoryMarshal.ToEnumerable(rows).Select((r, n) => (object?[])[.. r, .. _isNumbered ? [n] : Array.Empty<object?>(), .. _made.Select(m => m.Value)])]
            : rows.ToArray();
        var statement = Statement(given.Length);
        var values = _form is BatchInsert.Arrays ? statement.Values([.. _given.Select((b, i) => (object?)StoredArray.Of(b.Type, given, i))]) : statement.Values(given, _given.Count);
        if (returned is null)
        {
            return (await Connection.RunCore(io, statement.Compiled, values, cancellationToken).ConfigureAwait(false)).Affected;
        }

        var read = new List<object?[]>(given.Length);
        await ReadCore(io, statement.Compiled, values, read, cancellationToken).ConfigureAwait(false);
        returned.AddRange(_order!.Sorted(read, given, _returned));
        return read.Count;
    }

    // Two rows for one key: the second updates what the first inserted, where a statement would refuse to.
    private static bool IsTakenInTurn(Insert insert, DialectFeatures features)
        => insert.Conflicts.Any(c => c.Assignments.Count > 0) && features.Upsert is Upsert.OnConflict or Upsert.Merge || insert.Conflicts.Count > 0 && features.Upsert is Upsert.Merge;

    private static BatchInsert FormOf(DialectFeatures features, Insert insert, IReadOnlyList<BindParameter> given)
    {
        var isReturning = insert.ReturningColumns.Count > 0;
        var many = new ManyRowInsert(insert, given);
        return features.BatchInsert switch
        {
            BatchInsert.Arrays when many.CanSelect && given.All(b => ArrayType.CanHold(b.Type)) => BatchInsert.Arrays,
            BatchInsert.Arrays when many.CanSelect && isReturning => BatchInsert.Values,
            // SQL Server counts no sequence in a SELECT that is sorted.
            BatchInsert.Values when many is { CanSelect: true, HasNextValue: false } && isReturning => BatchInsert.Values,
            BatchInsert.Rows => isReturning && (features.Returning is Returning.None || features.ReturningOfSelect is Support.No) ? BatchInsert.OneByOne : BatchInsert.Rows,
            _ => isReturning ? BatchInsert.OneByOne : BatchInsert.Rows,
        };
    }

    private StatementRows Statement(int rows)
    {
        if (!_statements.TryGetValue(_form is BatchInsert.Arrays ? 0 : rows, out var known))
        {
            var (insert, binds) = _form switch
            {
                BatchInsert.Arrays => _insert.Arrays(),
                BatchInsert.Values => _insert.Ordered(rows),
                _ => _insert.Rows(rows),
            };
            var places = binds.Select((b, i) => (b, i)).ToDictionary(p => (object)p.b, p => p.i, ReferenceEqualityComparer.Instance);
            known = new StatementRows(insert, Connection.Engine.Compile(insert), b => places.TryGetValue(b, out var place) ? place : null);
            _statements.Add(_form is BatchInsert.Arrays ? 0 : rows, known);
        }

        return known;
    }
}
