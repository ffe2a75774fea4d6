namespace Alchemy;

/// <summary>Where statements and expressions begin.</summary>
public static partial class Sql
{
    /// <summary><c>SELECT columns</c>; the FROMs that the columns belong to come by themselves.</summary>
    public static Select Select(params ColumnElement[] columns) => new([.. columns.Select(c => c.Node)]);

    /// <summary><c>SELECT</c> every column of a table, alias, subquery or CTE.</summary>
    public static Select Select(FromClause from) => new Select([.. SelectColumns.Shown(from)]).SelectFrom(from);

    /// <summary>A table that is known by its name only, without MetaData.</summary>
    /// <param name="name">The name.</param>
    /// <param name="columns">Its columns, made by <see cref="Column{T}(string)"/> or <see cref="Column(string, SqlType)"/>.</param>
    public static Table Table(string name, params ColumnElement[] columns) => Table(name, null, columns);

    /// <summary>A table in a schema that is known by its name only, without MetaData.</summary>
    public static Table Table(string name, string? schema, params ColumnElement[] columns)
        => new(name, new MetaData(), schema, [.. columns.Select(Defined)]);

    /// <summary><c>(VALUES …) AS name (columns)</c>; the rows come by <see cref="Alchemy.Values.Data"/>.</summary>
    /// <param name="name">The name; null for none.</param>
    /// <param name="columns">The columns and their types.</param>
    public static Values Values(string? name, params ColumnElement[] columns) => new(name, [.. columns.Select(Defined)], [], false, false);

    /// <summary><c>INSERT INTO table</c>: without values it names every column, and their values are given when it is executed.</summary>
    public static Insert Insert(Table table) => new(table);

    /// <summary><c>INSERT INTO table</c></summary>
    public static Insert Insert(TypedTable table) => new(table.Table);

    /// <summary><c>UPDATE table</c>; also of an alias, and in MySQL of a join. Without SET it names every column, and their values are given when it is executed.</summary>
    public static Update Update(FromClause target) => new(target);

    /// <summary><c>UPDATE table</c></summary>
    public static Update Update(TypedTable table) => new(table.From);

    /// <summary><c>DELETE FROM table</c>; also of an alias.</summary>
    public static Delete Delete(FromClause target) => new(target);

    /// <summary><c>DELETE FROM table</c></summary>
    public static Delete Delete(TypedTable table) => new(table.From);

    /// <summary><c>MERGE INTO table</c>; goes on with <see cref="Alchemy.Merge.Using(FromClause, ColumnElement)"/>.</summary>
    public static Merge Merge(FromClause target) => new(target);

    /// <summary><c>MERGE INTO table</c></summary>
    public static Merge Merge(TypedTable table) => new(table.From);

    /// <summary><c>DEFAULT</c>: what the table's definition says, as a value of INSERT or UPDATE.</summary>
    public static ColumnElement Default => Constant.Default;

    /// <summary>The value that this INSERT or UPDATE gives to another column of the row; in an UPDATE that does not set it, the column itself.</summary>
    public static ColumnExpression<T> FromDmlColumn<T>(ColumnExpression<T> column) => new DmlColumn(column).Typed<T>();

    /// <summary>The value that this INSERT or UPDATE gives to another column of the row.</summary>
    public static ColumnElement FromDmlColumn(ColumnElement column) => new DmlColumn(column);

    /// <summary>A value as a bind parameter.</summary>
    public static ColumnExpression<T> Value<T>(T value) where T : notnull => Coercion.Literal(value).Typed<T>();

    /// <summary>A named bind parameter whose value is given at execution.</summary>
    public static ColumnExpression<T> Parameter<T>(string name) => new BindParameter(name, SqlTypes.Of<T>()).Typed<T>();

    /// <summary>A value written into the text, escaped by the dialect. Use it for few distinct values.</summary>
    public static ColumnExpression<T> Literal<T>(T value) where T : notnull => new LiteralValue(value, SqlTypes.Of<T>()).Typed<T>();

    /// <summary>SQL text used as an expression. Never put values into it.</summary>
    public static ColumnExpression<T> Text<T>(string text) => TextClause.Parse(text, SqlTypes.Of<T>()).Typed<T>();

    /// <summary>An interpolated text as an expression, in which each value becomes a parameter and each element stands as itself.</summary>
    /// <param name="text">The text, written as <c>$"…"</c> at the call.</param>
    /// <example><code>Sql.Text&lt;int&gt;($"length({users.Name}) + {5}")</code></example>
    public static ColumnExpression<T> Text<T>(SqlText text) => text.ToText(SqlTypes.Of<T>()).Typed<T>();

    /// <summary>All of the conditions; true when there are none.</summary>
    public static ColumnExpression<bool> And(params ColumnElement[] conditions) => BooleanClauseList.And(conditions).Typed<bool>();

    /// <summary>One of the conditions; false when there are none.</summary>
    public static ColumnExpression<bool> Or(params ColumnElement[] conditions) => BooleanClauseList.Or(conditions).Typed<bool>();

    /// <summary><c>NOT condition</c></summary>
    public static ColumnExpression<bool> Not(ColumnElement condition) => Negation.Of(condition).Typed<bool>();

    /// <summary><c>EXISTS (subquery)</c></summary>
    public static ColumnExpression<bool> Exists(SelectBase subquery) => new Exists(subquery).Typed<bool>();

    /// <summary><c>CASE WHEN … THEN … END</c>: begins with the first WHEN.</summary>
    public static CaseBuilder<T> Case<T>(object when, object? then) => new CaseBuilder<T>().When(when, then);

    private static Column Defined(ColumnElement column) => column.Node switch
    {
        ColumnClause { IsText: false } name => new Column(name.Name, name.Type),
        Column { Owner: null } own => own,
        NamedColumn other => new Column(other.Name, other.Type),
        var other => throw new InvalidStatementException($"A table is made of columns, not of a {other.GetType().Name}."),
    };
}
