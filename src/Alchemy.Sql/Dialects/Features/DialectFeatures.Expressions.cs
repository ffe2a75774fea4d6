namespace Alchemy;

public sealed partial record DialectFeatures
{
    /// <summary>Whether the ends of BETWEEN may stand in either order: <c>BETWEEN SYMMETRIC</c>.</summary>
    public Support SymmetricBetween { get; init; } = Support.Yes;

    /// <summary>Whether a CAST may give NULL for what cannot be converted: <c>TRY_CAST</c>.</summary>
    public Support TryCast { get; init; } = Support.Yes;

    /// <summary>Whether a CAST may give a floating point number.</summary>
    public Support FloatCast { get; init; } = Support.Yes;

    /// <summary>What becomes of a CAST to a type that the database casts nothing to.</summary>
    public UnsupportedCast UnsupportedCast { get; init; } = UnsupportedCast.Refused;

    /// <summary>How text is matched without regard to case.</summary>
    public CaseInsensitiveLike CaseInsensitiveLike { get; init; } = CaseInsensitiveLike.Lower;

    /// <summary>What the division of two integers gives.</summary>
    public IntegerDivision IntegerDivision { get; init; } = IntegerDivision.Truncates;

    /// <summary>How numbers are combined bit by bit.</summary>
    public Bitwise Bitwise { get; init; } = Bitwise.Operators;

    /// <summary>What ANY and ALL are taken of.</summary>
    public Quantifier Quantifier { get; init; } = Quantifier.ArrayOrSubquery;

    /// <summary>Whether the subquery of IN, ANY or ALL may have a LIMIT.</summary>
    public Support LimitedList { get; init; } = Support.Yes;

    /// <summary>How text is searched for words.</summary>
    public TextSearch TextSearch { get; init; } = TextSearch.Match;

    /// <summary>How text is matched with a regular expression.</summary>
    public Regexp Regexp { get; init; } = Regexp.Shown;

    /// <summary>How an element of a JSON document is taken.</summary>
    public JsonAccess JsonAccess { get; init; } = JsonAccess.Subscript;

    /// <summary>Whether an element of a binary document or map is taken by <c>a[b]</c>.</summary>
    public Support JsonSubscript { get; init; } = Support.No;

    /// <summary>Whether PostgreSQL's arrays, ranges and documents are there, with their operators.</summary>
    public Support ExtendedOperators { get; init; } = Support.Yes;

    /// <summary>How the tuples in the list of an IN are written.</summary>
    public TupleList TupleList { get; init; } = TupleList.Tuples;

    /// <summary>Where the order of an aggregate stands.</summary>
    public AggregateOrder AggregateOrder { get; init; } = AggregateOrder.Inline;

    /// <summary>How the texts of a group are joined.</summary>
    public StringAggregate StringAggregate { get; init; } = StringAggregate.AggregateStrings;

    /// <summary>Which frames windows have.</summary>
    public WindowFrames WindowFrames { get; init; } = WindowFrames.Everything;

    /// <summary>Whether the ends of a window's frame may be parameters; else their values are written into the text at execution.</summary>
    public Support ParameterInFrame { get; init; } = Support.Yes;

    /// <summary>The type of a sum and of an average.</summary>
    public AggregateType AggregateType { get; init; } = AggregateType.OfArgument;

    /// <summary>The type of a part of a date.</summary>
    public ExtractType ExtractType { get; init; } = ExtractType.Integer;

    /// <summary>Whether windows have names: <c>WINDOW w AS (…)</c>.</summary>
    public NamedWindows NamedWindows { get; init; } = NamedWindows.Clause;

    /// <summary>Whether a SELECT returns several values in parentheses as one column.</summary>
    public Support TupleColumn { get; init; } = Support.Yes;
}
