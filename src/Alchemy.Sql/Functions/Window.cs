namespace Alchemy;

/// <summary>The rows that a window function sees: those of its partition, in an order, within a frame. Immutable: each method returns a changed copy.</summary>
/// <example><code>Func.Rank().Over(w => w.PartitionBy(orders.CustomerId).OrderBy(orders.Total.Desc()))</code></example>
public sealed record Window
{
    /// <summary>Every row: <c>OVER ()</c>.</summary>
    public static Window Everything { get; } = new();

    /// <summary>The name of the window of the SELECT that this one is, or goes on from; null for none.</summary>
    public string? Base { get; private init; }

    /// <summary>The expressions of PARTITION BY.</summary>
    public IReadOnlyList<ColumnElement> PartitionBys { get; private init; } = [];

    /// <summary>The items of ORDER BY.</summary>
    public IReadOnlyList<ColumnElement> OrderBys { get; private init; } = [];

    /// <summary>The frame, or null for the database's own.</summary>
    public WindowFrame? Frame { get; private init; }

    /// <summary>True when nothing is said beside the <see cref="Base"/>: <c>OVER name</c>.</summary>
    internal bool IsNameOnly => Base is not null && PartitionBys.Count == 0 && OrderBys.Count == 0 && Frame is null;

    /// <summary>A window of the SELECT by its name: <c>OVER name</c>. See <see cref="Select.Window"/>.</summary>
    public static Window Named(string name) => new() { Base = name };

    /// <summary>Goes on from a window of the SELECT: <c>(name ORDER BY …)</c>. That one has the partition; an order or a frame may be said by one of the two only, and a window with a frame is not gone on from.</summary>
    public Window BasedOn(string name) => this with { Base = name };

    /// <summary><c>PARTITION BY columns</c></summary>
    public Window PartitionBy(params ColumnElement[] columns) => this with { PartitionBys = [.. PartitionBys, .. columns.Select(c => c.Node)] };

    /// <summary><c>ORDER BY columns</c></summary>
    public Window OrderBy(params ColumnElement[] columns) => this with { OrderBys = [.. OrderBys, .. columns.Select(c => c.Node)] };

    /// <summary><c>ROWS BETWEEN from AND to</c>, counted in rows.</summary>
    /// <param name="from">Rows before the current one as a negative number, after it as a positive one, 0 for the current row; null for no bound.</param>
    /// <param name="to">As <paramref name="from"/>.</param>
    public Window Rows(int? from = null, int? to = null) => Within(FrameUnit.Rows, FrameBound.Of(from), FrameBound.Of(to));

    /// <summary><c>RANGE BETWEEN from AND to</c>, by distance in the value that is sorted by.</summary>
    /// <param name="from">The distance: negative before the current row, positive after it, 0 for its equals; null for no bound.</param>
    /// <param name="to">As <paramref name="from"/>.</param>
    public Window Range(double? from = null, double? to = null) => Within(FrameUnit.Range, FrameBound.Of(from), FrameBound.Of(to));

    /// <summary><c>RANGE BETWEEN from AND to</c>, by distance in whole numbers.</summary>
    public Window Range(int? from, int? to) => Within(FrameUnit.Range, FrameBound.Of(from), FrameBound.Of(to));

    /// <summary><c>GROUPS BETWEEN from AND to</c>, counted in groups of equal rows.</summary>
    public Window Groups(int? from = null, int? to = null) => Within(FrameUnit.Groups, FrameBound.Of(from), FrameBound.Of(to));

    /// <summary>A frame with bounds of any kind, such as an interval before the current row.</summary>
    public Window Within(FrameUnit unit, FrameBound from, FrameBound to) => Frame is null || Frame.Unit == unit
        ? this with { Frame = new WindowFrame(unit, from, to, Frame?.Exclusion ?? FrameExclusion.None) }
        : throw new InvalidStatementException($"A window has one frame: it has {Frame.Unit} already.");

    /// <summary><c>EXCLUDE …</c>: which rows of the frame do not count.</summary>
    /// <exception cref="InvalidStatementException">There is no frame.</exception>
    public Window Exclude(FrameExclusion exclusion) => Frame is not null
        ? this with { Frame = Frame with { Exclusion = exclusion } }
        : throw new InvalidStatementException("EXCLUDE belongs to a frame: call Rows, Range or Groups first.");

    internal void Describe(PartList parts)
    {
        parts.Text(Base).Nodes(PartitionBys).Nodes(OrderBys).Node(Frame?.From.Value).Node(Frame?.To.Value);
        if (Frame is { } frame)
        {
            parts.Number((int)frame.Unit).Number((int)frame.From.Kind).Number((int)frame.To.Kind).Number((int)frame.Exclusion);
        }
    }

    /// <summary>What a window that goes on from another means, said without it.</summary>
    /// <exception cref="InvalidStatementException">Both say the same thing.</exception>
    internal Window Over(Window other)
    {
        if (IsNameOnly)
        {
            return other;
        }

        var twice = PartitionBys.Count > 0 ? "PARTITION BY" : OrderBys.Count > 0 && other.OrderBys.Count > 0 ? "ORDER BY" : other.Frame is not null ? "the frame" : null;
        return twice is null
            ? this with { Base = null, PartitionBys = other.PartitionBys, OrderBys = OrderBys.Count > 0 ? OrderBys : other.OrderBys }
            : throw new InvalidStatementException($"A window that goes on from '{Base}' cannot change {twice}: "
                + $"{(twice is "PARTITION BY" ? "the first window has the partition" : $"'{Base}' has it already")}. Write out the whole window instead.");
    }

    internal Window Rewritten(SqlRewriter rewriter)
    {
        var (partition, order) = (rewriter.Rewrite(PartitionBys), rewriter.Rewrite(OrderBys));
        var frame = Frame is null ? null : Frame with { From = Frame.From.Rewritten(rewriter), To = Frame.To.Rewritten(rewriter) };
        return ReferenceEquals(partition, PartitionBys) && ReferenceEquals(order, OrderBys) && frame == Frame
            ? this
            : this with { PartitionBys = partition, OrderBys = order, Frame = frame };
    }
}

/// <summary>The part of a partition that a window function sees from the current row.</summary>
/// <param name="Unit">What its bounds count.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Exclusion">Which of its rows do not count.</param>
public sealed record WindowFrame(FrameUnit Unit, FrameBound From, FrameBound To, FrameExclusion Exclusion);

/// <summary>An end of a frame.</summary>
/// <param name="Kind">Which kind of end.</param>
/// <param name="Value">The distance from the current row, for Preceding and Following.</param>
public sealed record FrameBound(FrameBoundKind Kind, ColumnElement? Value = null)
{
    /// <summary><c>UNBOUNDED</c></summary>
    public static FrameBound Unbounded { get; } = new(FrameBoundKind.Unbounded);

    /// <summary><c>CURRENT ROW</c></summary>
    public static FrameBound CurrentRow { get; } = new(FrameBoundKind.CurrentRow);

    /// <summary><c>value PRECEDING</c></summary>
    public static FrameBound Preceding(object value) => new(FrameBoundKind.Preceding, Coercion.Literal(value));

    /// <summary><c>value FOLLOWING</c></summary>
    public static FrameBound Following(object value) => new(FrameBoundKind.Following, Coercion.Literal(value));

    internal static FrameBound Of<T>(T? distance) where T : struct, System.Numerics.INumber<T> => distance switch
    {
        null => Unbounded,
        { } value when value == T.Zero => CurrentRow,
        { } value => value < T.Zero ? Preceding(-value) : Following(value),
    };

    internal FrameBound Rewritten(SqlRewriter rewriter)
        => Value is null || rewriter.Rewrite(Value) is var value && ReferenceEquals(value, Value) ? this : this with { Value = value };
}

/// <summary>What the bounds of a frame count.</summary>
public enum FrameUnit
{
    /// <summary>ROWS</summary>
    Rows,

    /// <summary>RANGE</summary>
    Range,

    /// <summary>GROUPS</summary>
    Groups,
}

/// <summary>The kinds of ends of a frame.</summary>
public enum FrameBoundKind
{
    /// <summary>UNBOUNDED PRECEDING at the beginning, UNBOUNDED FOLLOWING at the end.</summary>
    Unbounded,

    /// <summary>CURRENT ROW</summary>
    CurrentRow,

    /// <summary>value PRECEDING</summary>
    Preceding,

    /// <summary>value FOLLOWING</summary>
    Following,
}

/// <summary>Which rows of a frame do not count.</summary>
public enum FrameExclusion
{
    /// <summary>Nothing is said: all count.</summary>
    None,

    /// <summary>EXCLUDE CURRENT ROW</summary>
    CurrentRow,

    /// <summary>EXCLUDE GROUP: the current row and its equals.</summary>
    Group,

    /// <summary>EXCLUDE TIES: the equals of the current row.</summary>
    Ties,

    /// <summary>EXCLUDE NO OTHERS</summary>
    NoOthers,
}
