namespace Alchemy;

/// <summary>How FETCH is written where LIMIT is there too.</summary>
public enum FetchForm
{
    /// <summary>As LIMIT: there is no FETCH, and no PERCENT and WITH TIES.</summary>
    Limit,

    /// <summary>As LIMIT, but <c>OFFSET m ROWS FETCH FIRST n ROWS WITH TIES</c>; without PERCENT.</summary>
    LimitOrTies,

    /// <summary><c>OFFSET m ROWS FETCH FIRST n PERCENT ROWS WITH TIES</c></summary>
    Fetch,

    /// <summary><c>OFFSET (m) ROWS FETCH FIRST (n) ROWS WITH TIES</c>, without PERCENT.</summary>
    Parenthesized,
}

/// <summary>Where the comment of a table or column is written.</summary>
public enum CommentForm
{
    /// <summary>Nowhere: there are none.</summary>
    None,

    /// <summary>In a statement of its own: <c>COMMENT ON TABLE</c>.</summary>
    Statement,

    /// <summary>In CREATE TABLE.</summary>
    Inline,
}

/// <summary>How the next value of a sequence is written.</summary>
public enum NextValueForm
{
    /// <summary>There are no sequences.</summary>
    None,

    /// <summary>A text that says it, for reading.</summary>
    Shown,

    /// <summary><c>NEXT VALUE FOR ids</c></summary>
    NextValueFor,

    /// <summary><c>ids.nextval</c></summary>
    Attribute,

    /// <summary><c>nextval(ids)</c></summary>
    Function,

    /// <summary><c>nextval('ids')</c></summary>
    FunctionOfText,
}

/// <summary>How a SELECT locks its rows.</summary>
public enum RowLock
{
    /// <summary>By hints only: FOR UPDATE is refused.</summary>
    None,

    /// <summary>A transaction that writes locks the whole database: FOR UPDATE is left out.</summary>
    WholeDatabase,

    /// <summary><c>FOR UPDATE</c></summary>
    Update,

    /// <summary><c>FOR UPDATE OF table.column</c></summary>
    UpdateOfColumns,

    /// <summary><c>FOR UPDATE OF table</c>, <c>LOCK IN SHARE MODE</c></summary>
    ShareMode,

    /// <summary><c>FOR UPDATE OF table</c>, <c>FOR SHARE</c></summary>
    Share,

    /// <summary>The same, and <c>FOR NO KEY UPDATE</c>, <c>FOR KEY SHARE</c>.</summary>
    KeyShare,
}

/// <summary>Where a hint at a table stands.</summary>
public enum TableHints
{
    /// <summary>Nowhere: hints are left out.</summary>
    Ignored,

    /// <summary><c>table AS name WITH (NOLOCK)</c></summary>
    AfterTable,

    /// <summary><c>ONLY table</c></summary>
    BeforeTable,

    /// <summary><c>SELECT /*+ hint */ …</c></summary>
    Comment,
}

/// <summary>Where VALUES stands as a table.</summary>
public enum TableValues
{
    /// <summary>In FROM, with a name or without, and as a common table expression.</summary>
    Anywhere,

    /// <summary>In FROM with a name, and as a common table expression.</summary>
    Named,

    /// <summary>In FROM with a name: <c>(VALUES (1, 2)) AS t (a, b)</c>.</summary>
    NamedInFrom,

    /// <summary>As a common table expression.</summary>
    InCte,

    /// <summary>Nowhere.</summary>
    None,
}

/// <summary>Of what a database can ask first whether it is there: <c>IF [NOT] EXISTS</c>.</summary>
public enum Existence
{
    /// <summary>Of nothing.</summary>
    Nothing,

    /// <summary>Of tables and schemas.</summary>
    Tables,

    /// <summary>Of everything.</summary>
    Everything,
}
