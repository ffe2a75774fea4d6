namespace Alchemy;

/// <summary>The operators of SQL expressions.</summary>
public enum SqlOperator
{
    /// <summary><c>a + b</c></summary>
    Add,

    /// <summary><c>a - b</c></summary>
    Subtract,

    /// <summary><c>a * b</c></summary>
    Multiply,

    /// <summary><c>a / b</c></summary>
    Divide,

    /// <summary><c>a % b</c></summary>
    Modulo,

    /// <summary><c>-a</c></summary>
    Negate,

    /// <summary><c>a || b</c></summary>
    Concat,

    /// <summary><c>a = b</c></summary>
    Equal,

    /// <summary><c>a != b</c></summary>
    NotEqual,

    /// <summary><c>a &lt; b</c></summary>
    Less,

    /// <summary><c>a &lt;= b</c></summary>
    LessOrEqual,

    /// <summary><c>a &gt; b</c></summary>
    Greater,

    /// <summary><c>a &gt;= b</c></summary>
    GreaterOrEqual,

    /// <summary><c>a LIKE b</c></summary>
    Like,

    /// <summary><c>a NOT LIKE b</c></summary>
    NotLike,

    /// <summary><c>a IS b</c></summary>
    Is,

    /// <summary><c>a IS NOT b</c></summary>
    IsNot,

    /// <summary><c>a IS DISTINCT FROM b</c></summary>
    IsDistinctFrom,

    /// <summary><c>a IS NOT DISTINCT FROM b</c></summary>
    IsNotDistinctFrom,

    /// <summary><c>a IN (…)</c></summary>
    In,

    /// <summary><c>a BETWEEN b AND c</c></summary>
    Between,

    /// <summary><c>EXISTS (…)</c></summary>
    Exists,

    /// <summary><c>a COLLATE c</c></summary>
    Collate,

    /// <summary><c>NOT a</c></summary>
    Not,

    /// <summary><c>a AND b</c></summary>
    And,

    /// <summary><c>a OR b</c></summary>
    Or,

    /// <summary><c>a &amp; b</c></summary>
    BitwiseAnd,

    /// <summary><c>a | b</c></summary>
    BitwiseOr,

    /// <summary><c>a ^ b</c></summary>
    BitwiseXor,

    /// <summary><c>a &lt;&lt; b</c></summary>
    BitwiseLeftShift,

    /// <summary><c>a &gt;&gt; b</c></summary>
    BitwiseRightShift,

    /// <summary><c>~a</c></summary>
    BitwiseNot,

    /// <summary>A division that keeps the fraction, also of integers: <c>a / CAST(b AS NUMERIC)</c> where the database would cut it off.</summary>
    TrueDivide,

    /// <summary>A division rounded down: <c>a / b</c> of integers where the database divides them so, <c>FLOOR(a / b)</c> otherwise.</summary>
    FloorDivide,

    /// <summary><c>DISTINCT a</c>, inside an aggregate.</summary>
    Distinct,

    /// <summary><c>a LIKE '%' || b || '%'</c>: text that begins with, ends with or holds another.</summary>
    LiteralMatch,

    /// <summary>A search for words: <c>a MATCH b</c>.</summary>
    Match,

    /// <summary>A match with a regular expression.</summary>
    RegexpMatch,

    /// <summary>An element of an array or a document: <c>a[b]</c>, <c>a -&gt; b</c>.</summary>
    Index,

    /// <summary><c>ANY (a)</c>, <c>ALL (a)</c>: the right side of a comparison.</summary>
    Quantifier,

    /// <summary><c>a FILTER (WHERE b)</c></summary>
    Filter,

    /// <summary>An operator that has no name here; see <see cref="CustomOperator"/>.</summary>
    Custom,
}
