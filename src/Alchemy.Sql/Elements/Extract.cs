namespace Alchemy;

/// <summary><c>EXTRACT(field FROM operand)</c>: a part of a date or time, as a whole number.</summary>
public sealed class Extract(DatePart part, ColumnElement operand) : ColumnElement
{
    /// <summary>Which part.</summary>
    public DatePart Part { get; } = part;

    /// <summary>The date or time.</summary>
    public ColumnElement Operand { get; } = operand.Node;

    /// <inheritdoc/>
    public override SqlType Type => SqlTypes.Integer;

    /// <inheritdoc/>
    public override bool IsNullable => Operand.IsNullable;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitExtract(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Number((int)Part).Node(Operand);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var operand = rewriter.Rewrite(Operand);
        return ReferenceEquals(operand, Operand) ? this : new Extract(Part, operand);
    }
}

/// <summary>The parts of dates and times.</summary>
public enum DatePart
{
    /// <summary>The year.</summary>
    Year,

    /// <summary>The month, from 1.</summary>
    Month,

    /// <summary>The day of the month, from 1.</summary>
    Day,

    /// <summary>The hour, from 0.</summary>
    Hour,

    /// <summary>The minute, from 0.</summary>
    Minute,

    /// <summary>The second, from 0, without its fraction.</summary>
    Second,

    /// <summary>The day of the week; 0 is Sunday.</summary>
    DayOfWeek,

    /// <summary>The day of the year, from 1.</summary>
    DayOfYear,
}
