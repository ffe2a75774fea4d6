using System.Collections;
using System.Runtime.CompilerServices;
using Alchemy.Internals;

namespace Alchemy;

/// <summary>Rows read one after the other, once. Dispose it to free the connection before the last row; reading to the end, and every method that gives a result, does so too.</summary>
/// <typeparam name="T">What a row becomes.</typeparam>
public abstract class RowSource<T> : IEnumerable<T>, IDisposable, IAsyncDisposable
{
    private HashSet<T>? _given;

    private protected RowSource()
    {
    }

    /// <summary>Gives each row once: one that is equal to an earlier one is left out.</summary>
    /// <returns>The same source.</returns>
    public RowSource<T> Unique()
    {
        _given ??= [];
        return this;
    }

    /// <summary>All remaining rows.</summary>
    public IReadOnlyList<T> ToList() => ToListCore(IOBehavior.Synchronous, CancellationToken.None).Completed();

    /// <summary>All remaining rows.</summary>
    public Task<IReadOnlyList<T>> ToListAsync(CancellationToken cancellationToken = default) => ToListCore(IOBehavior.Asynchronous, cancellationToken).AsTask();

    /// <summary>The first row.</summary>
    /// <exception cref="ResultShapeException">There is none.</exception>
    public T First() => FirstCore(IOBehavior.Synchronous, orDefault: false, CancellationToken.None).Completed()!;

    /// <summary>The first row.</summary>
    /// <exception cref="ResultShapeException">There is none.</exception>
    public Task<T> FirstAsync(CancellationToken cancellationToken = default) => FirstCore(IOBehavior.Asynchronous, orDefault: false, cancellationToken).AsTask()!;

    /// <summary>The first row; the default value when there is none.</summary>
    public T? FirstOrDefault() => FirstCore(IOBehavior.Synchronous, orDefault: true, CancellationToken.None).Completed();

    /// <summary>The first row; the default value when there is none.</summary>
    public Task<T?> FirstOrDefaultAsync(CancellationToken cancellationToken = default) => FirstCore(IOBehavior.Asynchronous, orDefault: true, cancellationToken).AsTask();

    /// <summary>The only row.</summary>
    /// <exception cref="ResultShapeException">There is none, or more than one.</exception>
    public T One() => OneCore(IOBehavior.Synchronous, orDefault: false, CancellationToken.None).Completed()!;

    /// <summary>The only row.</summary>
    /// <exception cref="ResultShapeException">There is none, or more than one.</exception>
    public Task<T> OneAsync(CancellationToken cancellationToken = default) => OneCore(IOBehavior.Asynchronous, orDefault: false, cancellationToken).AsTask()!;

    /// <summary>The only row; the default value when there is none.</summary>
    /// <exception cref="ResultShapeException">There is more than one.</exception>
    public T? OneOrDefault() => OneCore(IOBehavior.Synchronous, orDefault: true, CancellationToken.None).Completed();

    /// <summary>The only row; the default value when there is none.</summary>
    /// <exception cref="ResultShapeException">There is more than one.</exception>
    public Task<T?> OneOrDefaultAsync(CancellationToken cancellationToken = default) => OneCore(IOBehavior.Asynchronous, orDefault: true, cancellationToken).AsTask();

    /// <summary>The remaining rows in lists of a size; the last may be shorter.</summary>
    /// <param name="size">How many rows a list has, at least 1.</param>
    public IEnumerable<IReadOnlyList<T>> Partitions(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        return this.Chunk(size);
    }

    /// <summary>Reads the remaining rows; leaving the loop frees the connection.</summary>
    public IEnumerator<T> GetEnumerator()
    {
        using (this)
        {
            while (NextCore(IOBehavior.Synchronous, CancellationToken.None).Completed())
            {
                yield return Current;
            }
        }
    }

    /// <summary>The remaining rows, for <c>await foreach</c> and the asynchronous operators of LINQ.</summary>
    public async IAsyncEnumerable<T> AsAsyncEnumerable([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using (new Ending(this, IOBehavior.Asynchronous).ConfigureAwait(false))
        {
            while (await NextCore(IOBehavior.Asynchronous, cancellationToken).ConfigureAwait(false))
            {
                yield return Current;
            }
        }
    }

    /// <summary>Reads the remaining rows; leaving the loop frees the connection.</summary>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => AsAsyncEnumerable(cancellationToken).GetAsyncEnumerator(cancellationToken);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Ends reading.</summary>
    public void Dispose() => DisposeCore(IOBehavior.Synchronous).Completed();

    /// <summary>Ends reading.</summary>
    public ValueTask DisposeAsync() => DisposeCore(IOBehavior.Asynchronous);

    private protected abstract ValueTask DisposeCore(IOBehavior io);

    /// <summary>The row that was read last.</summary>
    private protected abstract T Current { get; }

    /// <summary>Reads a row; false after the last.</summary>
    private protected abstract ValueTask<bool> ReadRowCore(IOBehavior io, CancellationToken cancellationToken);

    private protected async ValueTask<bool> NextCore(IOBehavior io, CancellationToken cancellationToken)
    {
        while (await ReadRowCore(io, cancellationToken).ConfigureAwait(false))
        {
            if (_given is null || _given.Add(Current))
            {
                return true;
            }
        }

        return false;
    }

    private async ValueTask<IReadOnlyList<T>> ToListCore(IOBehavior io, CancellationToken cancellationToken)
    {
        await using (new Ending(this, io).ConfigureAwait(false))
        {
            var rows = new List<T>();
            while (await NextCore(io, cancellationToken).ConfigureAwait(false))
            {
                rows.Add(Current);
            }

            return rows;
        }
    }

    private async ValueTask<T?> FirstCore(IOBehavior io, bool orDefault, CancellationToken cancellationToken)
    {
        await using (new Ending(this, io).ConfigureAwait(false))
        {
            return await NextCore(io, cancellationToken).ConfigureAwait(false) ? Current
                : orDefault ? default
                : throw new ResultShapeException("A row was expected and there is none: use FirstOrDefault() where that may be.");
        }
    }

    private async ValueTask<T?> OneCore(IOBehavior io, bool orDefault, CancellationToken cancellationToken)
    {
        await using (new Ending(this, io).ConfigureAwait(false))
        {
            if (!await NextCore(io, cancellationToken).ConfigureAwait(false))
            {
                return orDefault ? default : throw new ResultShapeException("One row was expected and there is none: use OneOrDefault() where that may be.");
            }

            var row = Current;
            return await NextCore(io, cancellationToken).ConfigureAwait(false)
                ? throw new ResultShapeException("One row was expected and there are more: add a condition, or read them with ToList().")
                : row;
        }
    }

    // Ends the reading in the way in which the rows are read.
    private readonly struct Ending(RowSource<T> rows, IOBehavior io) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => rows.DisposeCore(io);
    }
}
