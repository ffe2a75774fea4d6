using System.Collections;
using Alchemy.Internals;

namespace Alchemy;

/// <summary>A statement rendered for a dialect. It holds no values: those are given in the order of <see cref="Binds"/> when it is executed.</summary>
public sealed class CompiledSql
{
    private const int MostFillings = 64;
    private readonly RecentCache<FillKey, FilledSql> _fillings = new(MostFillings);
    private readonly int[] _expanding;
    private readonly int[] _literals;
    private readonly bool _hasSlots;
    private FilledSql? _plain;

    /// <summary>Creates the result of a compilation; called by <see cref="SqlCompiler"/>.</summary>
    public CompiledSql(
        ClauseElement statement, Dialect dialect, IReadOnlyList<SqlSegment> segments, IReadOnlyList<BindParameter> binds, IReadOnlyList<ResultColumn> columns)
    {
        (Statement, Dialect, Segments, Binds, Columns) = (statement, dialect, segments, binds, columns);
        _expanding = segments.OfType<ExpandingSegment>().Where(s => !s.IsLiteral).Select(s => s.Bind).Distinct().ToArray();
        _literals = segments.Select(s => s switch { LiteralSegment l => l.Bind, ExpandingSegment { IsLiteral: true } e => e.Bind, _ => -1 }).Where(b => b >= 0).Distinct().ToArray();
        _hasSlots = _expanding.Length + _literals.Length > 0;
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
    public string Text => ToString(fill: true);

    /// <summary>The parameters by name, with the values that the statement itself holds; null for a value that is given at execution.</summary>
    public IReadOnlyDictionary<string, object?> Parameters => Segments
        .Select(s => s switch { ParameterSegment p => (p.Name, p.Bind), ExpandingSegment e => (e.Name, e.Bind), LiteralSegment l => (l.Name, l.Bind), _ => (Name: "", Bind: -1) })
        .Where(p => p.Bind >= 0).DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => Binds[p.Bind].Value);

    /// <summary>The text to send for these values.</summary>
    /// <param name="values">One value per <see cref="Binds"/>; an expanding bind's value is an <see cref="ICollection"/> or array.</param>
    /// <param name="schemas">Replaces schema names; null leaves them.</param>
    /// <exception cref="CompileException">The lists have more elements than the database takes parameters.</exception>
    public FilledSql Fill(ReadOnlySpan<object?> values, SchemaMap? schemas = null)
    {
        if (!_hasSlots && schemas is null)
        {
            return _plain ??= SqlFiller.Fill(this, new FillKey(schemas, [], []));
        }

        // Bounded: a statement with several long lists, or for many tenants, has too many shapes to keep them all.
        var key = Key(values, schemas, rounded: true);
        return _fillings.Find(key) ?? _fillings.Add(key, SqlFiller.Fill(this, key));
    }

    /// <summary>The text, with the slots that are filled at execution by their names: <c>IN (__[POSTCOMPILE_id_1])</c>.</summary>
    public override string ToString() => ToString(fill: false);

    /// <summary>The text to read.</summary>
    /// <param name="fill">True to have lists and literal slots filled with the statement's own values; a list whose value is given at execution shows as its slot.</param>
    /// <param name="schemas">True to show the places where a <see cref="SchemaMap"/> may put another schema: <c>__[SCHEMA_shop].orders</c>. Counts only with <paramref name="fill"/> false.</param>
    public string ToString(bool fill, bool schemas = false)
    {
        var values = Binds.Select(b => b.Value).ToArray();
        return fill && HaveValues ? SqlFiller.Fill(this, Key(values, null, rounded: false)).Text : SqlFiller.Slots(this, schemas);
    }

    /// <summary>The text with every value written into it, escaped by the dialect: to read or to paste into a console, not to execute.</summary>
    /// <exception cref="MissingValueException">A value is given at execution only.</exception>
    /// <exception cref="CompileException">A value has no literal form.</exception>
    public string ToLiteralString() => SqlFiller.Literals(this);

    private bool HaveValues => Segments.All(s => s switch { ExpandingSegment e => Binds[e.Bind].HasValue, LiteralSegment l => Binds[l.Bind].HasValue, _ => true });

    internal int SizeOf(int bind, FillKey key) => key.Sizes[Array.IndexOf(_expanding, bind)];

    internal object? LiteralOf(int bind, FillKey key) => key.Literals[Array.IndexOf(_literals, bind)];

    private FillKey Key(ReadOnlySpan<object?> values, SchemaMap? schemas, bool rounded)
    {
        var sizes = new int[_expanding.Length];
        for (var i = 0; i < sizes.Length; i++)
        {
            var count = ExpandingValue.Count(values[_expanding[i]], Binds[_expanding[i]]);
            sizes[i] = rounded ? SqlFiller.Bucket(count, Dialect.Features.MaxParameters) : count;
        }

        var literals = new object?[_literals.Length];
        for (var i = 0; i < literals.Length; i++)
        {
            var bind = Binds[_literals[i]];
            literals[i] = bind.IsExpanding ? new RenderedList(string.Join(", ", ExpandingValue.Literals(values[_literals[i]], bind, Dialect))) : values[_literals[i]];
        }

        return new FillKey(schemas, sizes, literals);
    }
}
