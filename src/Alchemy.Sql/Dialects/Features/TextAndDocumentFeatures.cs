namespace Alchemy;

/// <summary>How text is matched without regard to case.</summary>
public enum CaseInsensitiveLike
{
    /// <summary><c>lower(a) LIKE lower(b)</c></summary>
    Lower,

    /// <summary><c>a ILIKE b</c></summary>
    ILike,
}

/// <summary>What the division of two integers gives.</summary>
public enum IntegerDivision
{
    /// <summary>An integer; a fraction needs <c>a / CAST(b AS NUMERIC)</c>.</summary>
    Truncates,

    /// <summary>An integer; a fraction needs <c>a / (b + 0.0)</c>.</summary>
    TruncatesUnlessFloat,

    /// <summary>A number with its fraction; an integer needs <c>FLOOR(a / b)</c>.</summary>
    Exact,
}

/// <summary>How numbers are combined bit by bit.</summary>
public enum Bitwise
{
    /// <summary><c>a &amp; b</c>, <c>a | b</c>, <c>a ^ b</c>, <c>a &lt;&lt; b</c>, <c>a &gt;&gt; b</c></summary>
    Operators,

    /// <summary>As Operators, whose results are numbers without a sign: those of numbers with one are cast back.</summary>
    Unsigned,

    /// <summary>As Operators, without <c>^</c>: <c>(a | b) - (a &amp; b)</c></summary>
    WithoutXor,

    /// <summary>As Operators, without <c>&lt;&lt;</c> and <c>&gt;&gt;</c>.</summary>
    WithoutShifts,

    /// <summary><c>BITAND(a, b)</c>, and arithmetic for the others.</summary>
    Functions,
}

/// <summary>What ANY and ALL are taken of.</summary>
public enum Quantifier
{
    /// <summary><c>ANY (array)</c>, <c>ANY (SELECT …)</c></summary>
    ArrayOrSubquery,

    /// <summary><c>ANY (SELECT …)</c></summary>
    Subquery,

    /// <summary>Nothing: there are none.</summary>
    None,
}

/// <summary>How text is searched for words.</summary>
public enum TextSearch
{
    /// <summary><c>a MATCH b</c></summary>
    Match,

    /// <summary><c>MATCH (a) AGAINST (b IN BOOLEAN MODE)</c></summary>
    MatchAgainst,

    /// <summary><c>a @@ plainto_tsquery(b)</c></summary>
    TsQuery,

    /// <summary><c>CONTAINS (a, b)</c></summary>
    Contains,

    /// <summary>It is not.</summary>
    None,
}

/// <summary>How text is matched with a regular expression.</summary>
public enum Regexp
{
    /// <summary>It is not.</summary>
    None,

    /// <summary><c>a &lt;regexp&gt; b</c>: no SQL, for reading a statement without a database in mind.</summary>
    Shown,

    /// <summary><c>a ~ b</c></summary>
    Tilde,

    /// <summary><c>REGEXP_LIKE(a, b)</c></summary>
    Function,

    /// <summary><c>a REGEXP b</c>, by a function that the connection has registered.</summary>
    Keyword,

    /// <summary><c>a REGEXP b</c>, with flags <c>REGEXP_LIKE(a, b, flags)</c>.</summary>
    KeywordOrFunction,

    /// <summary><c>a REGEXP b</c>, with flags <c>a REGEXP CONCAT('(?', flags, ')', b)</c>.</summary>
    KeywordWithInlineFlags,
}

/// <summary>How an element of a JSON document is taken.</summary>
public enum JsonAccess
{
    /// <summary>It is not.</summary>
    None,

    /// <summary><c>a[b]</c></summary>
    Subscript,

    /// <summary><c>a -&gt; b</c>, as text <c>a -&gt;&gt; b</c>, by a path <c>a #&gt; b</c></summary>
    Arrows,

    /// <summary><c>JSON_EXTRACT(a, b)</c></summary>
    Extract,

    /// <summary><c>JSON_QUOTE(JSON_EXTRACT(a, b))</c></summary>
    QuotedExtract,

    /// <summary><c>JSON_QUERY(a, b)</c>, as a value <c>JSON_VALUE(a, b)</c></summary>
    ValueOrQuery,

    /// <summary>As ValueOrQuery, where the place takes no parameter: it is written into the text at execution.</summary>
    ValueOrQueryOfLiteral,
}

/// <summary>How the tuples in the list of an IN are written.</summary>
public enum TupleList
{
    /// <summary><c>IN ((1, 2), (3, 4))</c></summary>
    Tuples,

    /// <summary><c>IN (VALUES (1, 2), (3, 4))</c></summary>
    Values,
}

/// <summary>Where the order of an aggregate stands.</summary>
public enum AggregateOrder
{
    /// <summary><c>f(a ORDER BY b)</c></summary>
    Inline,

    /// <summary><c>f(a) WITHIN GROUP (ORDER BY b)</c></summary>
    WithinGroup,

    /// <summary>Nowhere.</summary>
    None,
}

/// <summary>How the texts of a group are joined.</summary>
public enum StringAggregate
{
    /// <summary><c>aggregate_strings(a, separator)</c>: no SQL, for reading a statement without a database in mind.</summary>
    AggregateStrings,

    /// <summary><c>string_agg(a, separator)</c></summary>
    StringAgg,

    /// <summary><c>group_concat(a, separator)</c></summary>
    GroupConcat,

    /// <summary><c>group_concat(a SEPARATOR separator)</c></summary>
    GroupConcatSeparator,

    /// <summary><c>LISTAGG(a, separator)</c></summary>
    ListAgg,
}

/// <summary>The type of a sum and of an average.</summary>
public enum AggregateType
{
    /// <summary>That of what is summed.</summary>
    OfArgument,

    /// <summary>A wider one: the sum of INTEGER is BIGINT, the sum of BIGINT and every average of integers is NUMERIC.</summary>
    Widened,
}

/// <summary>The type of a part of a date.</summary>
public enum ExtractType
{
    /// <summary>An integer.</summary>
    Integer,

    /// <summary>A NUMERIC, and seconds have their fraction.</summary>
    Numeric,
}
