namespace Alchemy;

/// <summary><c>EXTRACT(field FROM operand)</c>: a part of a date or time.</summary>
public sealed class Extract(string field, ColumnElement operand) : ColumnElement
{
    /// <summary>Creates the expression for one of the parts that every database knows.</summary>
    public Extract(DatePart part, ColumnElement operand)
        : this(FieldOf(part), operand)
    {
    }

    /// <summary>The name of the part, such as <c>year</c> or <c>epoch</c>, in lower case; a dialect may spell it differently.</summary>
    /// <exception cref="InvalidStatementException">The name is not made of letters, digits and underscores.</exception>
    public string Field { get; } = field.Length > 0 && field.All(c => char.IsAsciiLetterOrDigit(c) || c is '_')
        ? field
        : throw new InvalidStatementException($"'{field}' names no part of a date: EXTRACT takes one word, such as year or epoch.");

    /// <summary>The date or time.</summary>
    public ColumnElement Operand { get; } = operand.Node;

    /// <inheritdoc/>
    public override SqlType Type => SqlTypes.Integer;

    /// <inheritdoc/>
    public override bool IsNullable => Operand.IsNullable;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitExtract(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Text(Field).Node(Operand);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var operand = rewriter.Rewrite(Operand);
        return ReferenceEquals(operand, Operand) ? this : new Extract(Field, operand);
    }

    private static string FieldOf(DatePart part) => part switch
    {
        DatePart.Year => "year",
        DatePart.Month => "month",
        DatePart.Day => "day",
        DatePart.Hour => "hour",
        DatePart.Minute => "minute",
        DatePart.Second => "second",
        DatePart.DayOfWeek => "dow",
        DatePart.DayOfYear => "doy",
    };
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

    /// <summary>The second, from 0; whether with its fraction depends on the database.</summary>
    Second,

    /// <summary>The day of the week; 0 is Sunday.</summary>
    DayOfWeek,

    /// <summary>The day of the year, from 1.</summary>
    DayOfYear,
}
