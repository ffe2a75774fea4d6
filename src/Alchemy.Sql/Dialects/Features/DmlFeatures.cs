namespace Alchemy;

/// <summary>How changed rows are returned.</summary>
public enum Returning
{
    /// <summary>They are not.</summary>
    None,

    /// <summary><c>RETURNING table.column</c></summary>
    Clause,

    /// <summary><c>RETURNING column</c>: the database does not know the table there by its schema.</summary>
    BareColumns,

    /// <summary><c>RETURNING table.column</c> after INSERT and DELETE; not after UPDATE.</summary>
    InsertAndDelete,

    /// <summary><c>OUTPUT inserted.column</c>, before VALUES, FROM or WHERE.</summary>
    Output,

    /// <summary><c>RETURNING table.column INTO :ret_0</c></summary>
    Into,
}

/// <summary>How the generated key of one inserted row is learnt.</summary>
public enum GeneratedKey
{
    /// <summary>By <c>RETURNING</c>.</summary>
    Returning,

    /// <summary>From the connection, after the statement.</summary>
    LastInsertedId,
}

/// <summary>How a row without any given value is inserted.</summary>
public enum EmptyInsert
{
    /// <summary><c>DEFAULT VALUES</c></summary>
    DefaultValues,

    /// <summary><c>() VALUES ()</c></summary>
    EmptyLists,

    /// <summary><c>(key) VALUES (DEFAULT)</c></summary>
    DefaultKeyword,
}

/// <summary>How a row that is there already is updated, or left, by an INSERT.</summary>
public enum Upsert
{
    /// <summary>It is not.</summary>
    None,

    /// <summary><c>ON CONFLICT (key) DO UPDATE SET …</c></summary>
    OnConflict,

    /// <summary><c>AS new ON DUPLICATE KEY UPDATE name = new.name</c></summary>
    OnDuplicateKey,

    /// <summary><c>ON DUPLICATE KEY UPDATE name = VALUES(name)</c></summary>
    OnDuplicateKeyValues,

    /// <summary><c>MERGE INTO … USING …</c></summary>
    Merge,
}

/// <summary>How one INSERT takes many rows.</summary>
public enum ManyRows
{
    /// <summary><c>VALUES (…), (…)</c></summary>
    Values,

    /// <summary><c>SELECT … FROM DUAL UNION ALL SELECT …</c></summary>
    SelectUnion,
}

/// <summary>How an UPDATE reads other tables.</summary>
public enum UpdateFrom
{
    /// <summary>By subqueries only.</summary>
    None,

    /// <summary><c>UPDATE a SET … FROM b WHERE …</c></summary>
    From,

    /// <summary><c>UPDATE a SET … FROM a, b WHERE …</c></summary>
    FromBoth,

    /// <summary><c>UPDATE a, b SET a.x = …, b.y = … WHERE …</c></summary>
    Tables,
}

/// <summary>How a DELETE reads other tables.</summary>
public enum DeleteFrom
{
    /// <summary>By subqueries only.</summary>
    None,

    /// <summary><c>DELETE FROM a USING b WHERE …</c></summary>
    Using,

    /// <summary><c>DELETE FROM a USING a, b WHERE …</c></summary>
    UsingBoth,

    /// <summary>The same, also for an alias of one table: <c>DELETE FROM a USING t AS a</c></summary>
    UsingBothAndAlias,

    /// <summary><c>DELETE FROM a FROM a, b WHERE …</c></summary>
    From,

    /// <summary><c>DELETE FROM a , b WHERE …</c>: to read, not to execute.</summary>
    List,
}

/// <summary>Where the common table expressions of an INSERT from a SELECT stand.</summary>
public enum InsertCte
{
    /// <summary><c>WITH … INSERT INTO … SELECT …</c></summary>
    BeforeInsert,

    /// <summary><c>INSERT INTO … WITH … SELECT …</c></summary>
    BeforeSelect,
}

/// <summary>What several columns are set to at once.</summary>
public enum RowAssignment
{
    /// <summary>Nothing: each is set by itself.</summary>
    None,

    /// <summary><c>SET (a, b)=(SELECT …)</c></summary>
    Select,

    /// <summary>That, and <c>SET (a, b)=(1, 2)</c>.</summary>
    Values,
}

/// <summary>What the condition of an index in ON CONFLICT may hold.</summary>
public enum IndexCondition
{
    /// <summary>Parameters too.</summary>
    Parameters,

    /// <summary>Values in the text only: a parameter would not match the index.</summary>
    Literals,
}

/// <summary>What a MERGE can say.</summary>
public enum MergeForm
{
    /// <summary>There is none.</summary>
    None,

    /// <summary><c>WHEN MATCHED AND condition THEN …</c>, also DO NOTHING.</summary>
    Standard,

    /// <summary>The same, with <c>WHEN NOT MATCHED BY SOURCE</c> and <c>RETURNING</c>.</summary>
    BySource,

    /// <summary><c>WHEN MATCHED AND condition THEN …</c> with <c>WHEN NOT MATCHED BY SOURCE</c> and <c>OUTPUT</c>, without DO NOTHING, ended by a semicolon.</summary>
    Terminated,

    /// <summary><c>WHEN MATCHED THEN UPDATE SET … WHERE condition</c>: one clause of each kind.</summary>
    Where,
}

/// <summary>How many new rows are written at once.</summary>
public enum BatchInsert
{
    /// <summary>They are not: a statement each.</summary>
    OneByOne,

    /// <summary><c>INSERT … VALUES (…), (…)</c>: the keys that the database makes rise in the order of the rows.</summary>
    Rows,

    /// <summary><c>INSERT … SELECT … FROM (VALUES …)</c>: a text for each number of rows, a parameter for each value.</summary>
    Values,

    /// <summary><c>INSERT … SELECT … FROM unnest(…)</c>: one text for any number of rows, a parameter for each column. A column whose type has no arrays makes it <see cref="Values"/>.</summary>
    Arrays,
}
