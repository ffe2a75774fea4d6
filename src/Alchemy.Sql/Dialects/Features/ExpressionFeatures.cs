namespace Alchemy;

/// <summary>Whether a database has something.</summary>
public enum Support
{
    /// <summary>It has not: a statement that needs it is refused by name.</summary>
    No,

    /// <summary>It has.</summary>
    Yes,
}

/// <summary>What becomes of a CAST to a type that the database casts nothing to.</summary>
public enum UnsupportedCast
{
    /// <summary>It is refused by name.</summary>
    Refused,

    /// <summary>The value stands alone, as it is.</summary>
    LeftOut,
}

/// <summary>How text is joined.</summary>
public enum Concat
{
    /// <summary><c>a || b</c></summary>
    Pipes,

    /// <summary><c>concat(a, b)</c></summary>
    Function,

    /// <summary><c>a + b</c></summary>
    Plus,
}

/// <summary>How a remainder is written.</summary>
public enum Modulo
{
    /// <summary><c>a % b</c></summary>
    Percent,

    /// <summary><c>mod(a, b)</c></summary>
    Function,
}

/// <summary>How true and false are written.</summary>
public enum BooleanLiteral
{
    /// <summary><c>true</c>, <c>false</c></summary>
    Keyword,

    /// <summary><c>1</c>, <c>0</c></summary>
    Number,
}

/// <summary>Whether a condition is a value.</summary>
public enum BooleanValue
{
    /// <summary>It is: <c>SELECT a = b</c>, and <c>WHERE flag</c>.</summary>
    Condition,

    /// <summary>A condition is a value, and a value becomes a condition by comparing it: <c>WHERE flag = 1</c>.</summary>
    Number,

    /// <summary>It is not: <c>SELECT CASE WHEN (a = b) THEN 1 ELSE 0 END</c>, and <c>WHERE flag = 1</c>.</summary>
    Apart,
}

/// <summary>How two values are compared so that NULL equals NULL.</summary>
public enum NullSafeEquality
{
    /// <summary><c>a IS NOT DISTINCT FROM b</c></summary>
    IsDistinctFrom,

    /// <summary><c>a IS b</c></summary>
    Is,

    /// <summary><c>a &lt;=&gt; b</c></summary>
    Spaceship,

    /// <summary><c>EXISTS (SELECT a INTERSECT SELECT b)</c></summary>
    Intersect,

    /// <summary><c>DECODE(a, b, 0, 1) = 0</c></summary>
    Decode,
}

/// <summary>What a CAST to a whole number does with a fraction.</summary>
public enum IntegerCast
{
    /// <summary>Cuts it off.</summary>
    Truncates,

    /// <summary>Rounds it; <c>trunc()</c> is there to cut it off.</summary>
    Rounds,
}

/// <summary>Which frames windows have.</summary>
public enum WindowFrames
{
    /// <summary><c>ROWS</c>, <c>RANGE</c> and <c>GROUPS</c>, and <c>EXCLUDE</c>.</summary>
    Everything,

    /// <summary><c>ROWS</c> and <c>RANGE</c>.</summary>
    RowsAndRanges,

    /// <summary><c>ROWS</c>, and <c>RANGE</c> that ends at the current row or nowhere.</summary>
    RangesWithoutDistance,

    /// <summary>There are no windows.</summary>
    None,
}
