namespace Alchemy;

/// <summary>One piece of a compiled statement: fixed text, or a slot that is filled at execution.</summary>
public abstract record SqlSegment;

/// <summary>Fixed text.</summary>
public sealed record TextSegment(string Text) : SqlSegment;

/// <summary>The marker of one bind parameter, written when the statement is filled because positional numbers depend on what comes before.</summary>
/// <param name="Bind">Index into <see cref="CompiledSql.Binds"/>.</param>
/// <param name="Name">The parameter's name in this statement, without any marker character.</param>
/// <param name="Cast">What stands after the marker: <c>::INTEGER</c>; empty for nothing.</param>
public sealed record ParameterSegment(int Bind, string Name, string Cast = "") : SqlSegment;

/// <summary>The list of an expanding IN: as many markers as the value has elements, rounded up to a bucket.</summary>
/// <param name="Bind">Index into <see cref="CompiledSql.Binds"/>.</param>
/// <param name="Name">The parameter's name; elements are <c>name_1</c>, <c>name_2</c> and so on.</param>
/// <param name="EmptyText">What stands between the parentheses for a list without elements.</param>
public sealed record ExpandingSegment(int Bind, string Name, string EmptyText) : SqlSegment
{
    /// <summary>How many items each element has; 0 for elements that are values.</summary>
    public int Arity { get; init; }

    /// <summary>What stands after each marker: a cast to its type, or nothing.</summary>
    public string Cast { get; init; } = "";

    /// <summary>What stands before the first tuple.</summary>
    public string RowKeyword { get; init; } = "";

    /// <summary>What stands before each element: the beginning of an expression that the type puts around its parameters.</summary>
    public IReadOnlyList<SqlSegment> Before { get; init; } = [];

    /// <summary>What stands after each element: the end of that expression.</summary>
    public IReadOnlyList<SqlSegment> After { get; init; } = [];

    /// <summary>True when the values are written into the text.</summary>
    public bool IsLiteral { get; init; }
}

/// <summary>The place of one element in the expression around the elements of a list; in no finished statement.</summary>
internal sealed record ElementSegment : SqlSegment;

/// <summary>The place where a table's schema stands; a <see cref="SchemaMap"/> may put another there. Renders with the dot, or as nothing.</summary>
/// <param name="Schema">The schema written in the table's definition, or null.</param>
public sealed record SchemaSegment(string? Schema) : SqlSegment
{
    /// <summary>True where the schema stands inside of a text in quotes: <c>nextval('shop.ids')</c>.</summary>
    public bool IsInText { get; init; }

    /// <summary>Whether the schema stands in quotes, as its table says; null for when it needs them.</summary>
    public bool? Quote { get; init; }
}

/// <summary>The place of a value that is written into the text at execution, because the database takes no parameter there.</summary>
/// <param name="Bind">Index into <see cref="CompiledSql.Binds"/>.</param>
/// <param name="Name">The parameter's name.</param>
public sealed record LiteralSegment(int Bind, string Name) : SqlSegment;
