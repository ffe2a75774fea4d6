namespace Alchemy;

/// <summary>The named choices in which one database's SQL differs from another's. Read by the compiler, the tests and the documentation alike.</summary>
public sealed record DialectFeatures
{
    /// <summary>How a parameter is marked in the text.</summary>
    public ParameterStyle ParameterStyle { get; init; } = ParameterStyle.Colon;

    /// <summary>How LIMIT and OFFSET are written.</summary>
    public Paging Paging { get; init; } = Paging.LimitOffset;

    /// <summary>How rows changed by INSERT, UPDATE and DELETE are returned.</summary>
    public Returning Returning { get; init; } = Returning.Clause;

    /// <summary>How the key that the database generated for one inserted row is learnt.</summary>
    public GeneratedKey GeneratedKey { get; init; } = GeneratedKey.Returning;

    /// <summary>How text is joined.</summary>
    public Concat Concat { get; init; } = Concat.Pipes;

    /// <summary>How a row without any given value is inserted.</summary>
    public EmptyInsert EmptyInsert { get; init; } = EmptyInsert.DefaultValues;

    /// <summary>How true and false are written.</summary>
    public BooleanLiteral BooleanLiteral { get; init; } = BooleanLiteral.Keyword;

    /// <summary>How two values are compared so that NULL equals NULL.</summary>
    public NullSafeEquality NullSafeEquality { get; init; } = NullSafeEquality.IsDistinctFrom;

    /// <summary>Where NULL stands in an ORDER BY that does not say.</summary>
    public NullsSort NullsSort { get; init; } = NullsSort.Largest;

    /// <summary>What a CAST to a whole number does with a fraction.</summary>
    public IntegerCast IntegerCast { get; init; } = IntegerCast.Truncates;

    /// <summary>True when a subquery in FROM may use the columns of the FROMs before it: <c>LATERAL</c>.</summary>
    public bool Lateral { get; init; } = true;

    /// <summary>The most parameters one statement may have.</summary>
    public int MaxParameters { get; init; } = 32766;

    /// <summary>The longest identifier, in characters.</summary>
    public int MaxIdentifierLength { get; init; } = 9999;
}

/// <summary>How a parameter is marked.</summary>
public enum ParameterStyle
{
    /// <summary><c>:name</c></summary>
    Colon,

    /// <summary><c>@name</c></summary>
    At,

    /// <summary><c>?</c>, by position.</summary>
    QuestionMark,

    /// <summary><c>$1</c>, by number.</summary>
    Numbered,
}

/// <summary>How LIMIT and OFFSET are written.</summary>
public enum Paging
{
    /// <summary><c>LIMIT n OFFSET m</c></summary>
    LimitOffset,

    /// <summary><c>LIMIT n OFFSET m</c> where OFFSET needs a LIMIT: <c>LIMIT -1 OFFSET m</c>.</summary>
    LimitBeforeOffset,
}

/// <summary>How changed rows are returned.</summary>
public enum Returning
{
    /// <summary>They are not.</summary>
    None,

    /// <summary><c>RETURNING table.column</c></summary>
    Clause,

    /// <summary><c>RETURNING column</c>: the database does not know the table there by its schema.</summary>
    BareColumns,
}

/// <summary>How the generated key of one inserted row is learnt.</summary>
public enum GeneratedKey
{
    /// <summary>By <c>RETURNING</c>.</summary>
    Returning,

    /// <summary>From the connection, after the statement.</summary>
    LastInsertedId,
}

/// <summary>How text is joined.</summary>
public enum Concat
{
    /// <summary><c>a || b</c></summary>
    Pipes,

    /// <summary><c>concat(a, b)</c></summary>
    Function,
}

/// <summary>How a row without any given value is inserted.</summary>
public enum EmptyInsert
{
    /// <summary><c>DEFAULT VALUES</c></summary>
    DefaultValues,

    /// <summary><c>() VALUES ()</c></summary>
    EmptyLists,
}

/// <summary>How true and false are written.</summary>
public enum BooleanLiteral
{
    /// <summary><c>true</c>, <c>false</c></summary>
    Keyword,

    /// <summary><c>1</c>, <c>0</c></summary>
    Number,
}

/// <summary>How two values are compared so that NULL equals NULL.</summary>
public enum NullSafeEquality
{
    /// <summary><c>a IS NOT DISTINCT FROM b</c></summary>
    IsDistinctFrom,

    /// <summary><c>a IS b</c></summary>
    Is,
}

/// <summary>Where NULL stands in an ORDER BY that does not say.</summary>
public enum NullsSort
{
    /// <summary>After every value, ascending.</summary>
    Largest,

    /// <summary>Before every value, ascending.</summary>
    Smallest,
}

/// <summary>What a CAST to a whole number does with a fraction.</summary>
public enum IntegerCast
{
    /// <summary>Cuts it off.</summary>
    Truncates,

    /// <summary>Rounds it; <c>trunc()</c> is there to cut it off.</summary>
    Rounds,
}
