using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>Functions that read a row: one for a statement, a driver and what a row becomes. Interpreted for the first execution, and compiled when the statement comes again: most statements of a program's start come once.</summary>
internal static class RowReaders
{
    /// <summary>Reads the row as a value, tuple or object.</summary>
    public static Func<Cursor, T> Of<T>(CompiledSql compiled, Driver driver) => Cache<T>.Whole.GetOrCreateValue(compiled).Of(driver, static (c, d, _) => Reader<T>(d, cursor => RowShape.Read(typeof(T), c, d, cursor)), compiled, 0);

    /// <summary>Reads one column; the default value for NULL.</summary>
    public static Func<Cursor, T?> OfColumn<T>(CompiledSql compiled, Driver driver, int index)
    {
        if (index < 0 || index >= compiled.Columns.Count)
        {
            throw new ResultShapeException($"There is no column {index}: the result has {compiled.Columns.Count}, counted from 0.");
        }

        return Cache<T?>.Columns.GetOrCreateValue(compiled).Of(driver, static (c, d, i) => Reader<T?>(d, cursor => RowShape.ReadOrDefault(typeof(T), c.Columns[i], i, d, cursor)), compiled, index);
    }

    private static Expression<Func<Cursor, T>> Reader<T>(Driver driver, Func<Expression, Expression> read)
    {
        var row = Expression.Parameter(typeof(Cursor), "row");
        var cursor = Expression.Variable(driver.CursorType, "cursor");
        var body = Expression.Block(typeof(T), [cursor], Expression.Assign(cursor, Expression.Convert(row, driver.CursorType)), read(cursor));
        return Expression.Lambda<Func<Cursor, T>>(body, row);
    }

    private static class Cache<T>
    {
        public static ConditionalWeakTable<CompiledSql, Readers<T>> Whole { get; } = [];

        public static ConditionalWeakTable<CompiledSql, Readers<T>> Columns { get; } = [];
    }

    // Mostly one: a statement is compiled for one dialect, and read by one driver.
    private sealed class Readers<T>
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<(Type Cursor, int Column), Entry> _entries = new();

        public Func<Cursor, T> Of(Driver driver, Func<CompiledSql, Driver, int, Expression<Func<Cursor, T>>> create, CompiledSql compiled, int column)
            => _entries.GetOrAdd((driver.CursorType, column), static (key, with) => new Entry(with.create(with.compiled, with.driver, key.Column)), (create, compiled, driver)).Next();

        private sealed class Entry(Expression<Func<Cursor, T>> reader)
        {
            private int _uses;
            private Func<Cursor, T>? _compiled;

            public Func<Cursor, T> Next() => _compiled ?? (Interlocked.Increment(ref _uses) == 1 ? reader.Compile(preferInterpretation: true) : _compiled = reader.Compile());
        }
    }
}
