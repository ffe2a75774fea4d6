namespace Alchemy;

/// <summary>How a SELECT knows a table of a schema.</summary>
public enum SchemaTables
{
    /// <summary>By its schema and name: <c>SELECT shop.orders.id FROM shop.orders</c></summary>
    ByName,

    /// <summary>By an alias, as old versions of SQL Server wanted it: <c>SELECT orders_1.id FROM shop.orders AS orders_1</c>. Statements that change rows name the table itself.</summary>
    Aliased,
}

/// <summary>How LIMIT and OFFSET are written.</summary>
public enum Paging
{
    /// <summary><c>LIMIT n OFFSET m</c></summary>
    LimitOffset,

    /// <summary><c>LIMIT n OFFSET m</c> where OFFSET needs a LIMIT: <c>LIMIT -1 OFFSET m</c>.</summary>
    LimitBeforeOffset,

    /// <summary><c>LIMIT n OFFSET m</c>; without a limit <c>LIMIT ALL OFFSET m</c>.</summary>
    LimitAllOffset,

    /// <summary><c>LIMIT m, n</c> where OFFSET needs a LIMIT: <c>LIMIT m, 18446744073709551615</c>.</summary>
    LimitComma,

    /// <summary><c>OFFSET m ROWS FETCH FIRST n ROWS ONLY</c></summary>
    OffsetFetch,

    /// <summary><c>TOP n</c>; with an offset <c>ORDER BY … OFFSET m ROWS FETCH FIRST n ROWS ONLY</c>.</summary>
    TopOrOffsetFetch,

    /// <summary><c>TOP n</c>; with an offset a window of row numbers around the SELECT.</summary>
    TopOrRowNumber,

    /// <summary>A condition on ROWNUM around the SELECT.</summary>
    RowNumber,
}

/// <summary>Where NULL stands in an ORDER BY that does not say.</summary>
public enum NullsSort
{
    /// <summary>After every value, ascending.</summary>
    Largest,

    /// <summary>Before every value, ascending.</summary>
    Smallest,
}

/// <summary>What stands between a FROM and its alias.</summary>
public enum AliasKeyword
{
    /// <summary><c>orders AS o</c></summary>
    As,

    /// <summary><c>orders o</c></summary>
    None,
}

/// <summary>What a SELECT without tables selects from.</summary>
public enum EmptyFrom
{
    /// <summary>Nothing: <c>SELECT 1</c>.</summary>
    None,

    /// <summary><c>SELECT 1 FROM DUAL</c></summary>
    Dual,
}

/// <summary>How a subquery in FROM sees the FROMs before it.</summary>
public enum Lateral
{
    /// <summary>It cannot.</summary>
    None,

    /// <summary><c>JOIN LATERAL (SELECT …)</c></summary>
    Keyword,

    /// <summary><c>CROSS APPLY (SELECT …)</c>, <c>OUTER APPLY (SELECT …)</c></summary>
    Apply,
}

/// <summary>The word after WITH where a common table expression uses itself.</summary>
public enum RecursiveCte
{
    /// <summary><c>WITH RECURSIVE</c></summary>
    Keyword,

    /// <summary><c>WITH</c></summary>
    Bare,

    /// <summary>There are no common table expressions.</summary>
    None,
}

/// <summary>The word for the difference of two SELECTs.</summary>
public enum ExceptKeyword
{
    /// <summary><c>EXCEPT</c></summary>
    Except,

    /// <summary><c>MINUS</c></summary>
    Minus,
}

/// <summary>Whether windows have names.</summary>
public enum NamedWindows
{
    /// <summary><c>WINDOW w AS (PARTITION BY a)</c>, and windows that go on from it: <c>OVER (w ORDER BY b)</c>.</summary>
    Clause,

    /// <summary><c>WINDOW w AS (PARTITION BY a)</c>; a window that goes on from it is written out.</summary>
    ClauseWithoutBase,

    /// <summary>They have none: each is written out where its name stands.</summary>
    Inlined,
}

/// <summary>How joins are written.</summary>
public enum JoinForm
{
    /// <summary><c>a LEFT OUTER JOIN b ON a.id = b.a_id</c></summary>
    Ansi,

    /// <summary><c>a, b WHERE a.id = b.a_id(+)</c>: Oracle 8.</summary>
    Plus,
}

/// <summary>What the longest name is counted in.</summary>
public enum NameUnit
{
    /// <summary>Characters (UTF-16 code units).</summary>
    Characters,

    /// <summary>Bytes of UTF-8.</summary>
    Bytes,
}
