using System.Collections;
using Alchemy.Internals;

namespace Alchemy;

/// <summary>A statement rendered for a dialect. It holds no values: those are given in the order of <see cref="Binds"/> when it is executed.</summary>
public sealed class CompiledSql
{
    private const int MostFillings = 64;
    private readonly RecentCache<FillKey, FilledSql> _fillings = new(MostFillings);
    private readonly int[] _expanding;
    private FilledSql? _plain;

    /// <summary>Creates the result of a compilation; called by <see cref="SqlCompiler"/>.</summary>
    public CompiledSql(
        ClauseElement statement, Dialect dialect, IReadOnlyList<SqlSegment> segments, IReadOnlyList<BindParameter> binds, IReadOnlyList<ResultColumn> columns)
    {
        (Statement, Dialect, Segments, Binds, Columns) = (statement, dialect, segments, binds, columns);
        _expanding = segments.OfType<ExpandingSegment>().Select(s => s.Bind).Distinct().ToArray();
    }

    /// <summary>The statement this was compiled from.</summary>
    public ClauseElement Statement { get; }

    /// <summary>The dialect it was compiled for.</summary>
    public Dialect Dialect { get; }

    /// <summary>The text and its slots, in order.</summary>
    public IReadOnlyList<SqlSegment> Segments { get; }

    /// <summary>The distinct bind parameters in the order in which a walk of the statement meets them: the order of an execution's values.</summary>
    public IReadOnlyList<BindParameter> Binds { get; }

    /// <summary>The columns it returns; empty for a statement that returns no rows.</summary>
    public IReadOnlyList<ResultColumn> Columns { get; }

    /// <summary>True when executing it gives rows.</summary>
    public bool ReturnsRows => Columns.Count > 0;

    /// <summary>The text with the values' lists at the size of the binds' own values, for reading and logging.</summary>
    public string Text => Fill(Binds.Select(b => b.Value).ToArray()).Text;

    /// <summary>The text to send for these values.</summary>
    /// <param name="values">One value per <see cref="Binds"/>; an expanding bind's value is an <see cref="ICollection"/> or array.</param>
    /// <param name="schemas">Replaces schema names; null leaves them.</param>
    /// <exception cref="CompileException">The lists have more elements than the database takes parameters.</exception>
    public FilledSql Fill(ReadOnlySpan<object?> values, SchemaMap? schemas = null)
    {
        if (_expanding.Length == 0 && schemas is null)
        {
            return _plain ??= SqlFiller.Fill(this, schemas, []);
        }

        var sizes = new int[_expanding.Length];
        for (var i = 0; i < sizes.Length; i++)
        {
            sizes[i] = SqlFiller.Bucket(ExpandingValue.Count(values[_expanding[i]], Binds[_expanding[i]]), Dialect.Features.MaxParameters);
        }

        // Bounded: a statement with several long lists, or for many tenants, has too many shapes to keep them all.
        var key = new FillKey(schemas, sizes);
        return _fillings.Find(key) ?? _fillings.Add(key, SqlFiller.Fill(this, schemas, sizes));
    }

    internal int SizeOf(int bind, int[] sizes) => sizes[Array.IndexOf(_expanding, bind)];
}
