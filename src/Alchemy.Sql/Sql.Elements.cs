using Alchemy.Internals;

namespace Alchemy;

public static partial class Sql
{
    /// <summary>A column by its name alone: it belongs to no table.</summary>
    public static ColumnExpression<T> Column<T>(string name) => new ColumnClause(name, SqlTypes.Of<T>()).Typed<T>();

    /// <summary>A column by its name alone, whose operators take any operand.</summary>
    /// <param name="name">The name.</param>
    /// <param name="type">The type; null for none.</param>
    public static UntypedColumn Column(string name, SqlType? type = null) => new(new ColumnClause(name, type ?? SqlTypes.Null));

    /// <summary>SQL text that stands for a column or value, rendered unchanged. Never put values into it.</summary>
    public static UntypedColumn LiteralColumn(string text, SqlType? type = null) => new(new ColumnClause(text, type ?? SqlTypes.Null, isText: true));

    /// <summary>SQL text as an expression, a condition, a statement or an item of FROM; <c>:name</c> in it is a parameter. Never put values into it.</summary>
    /// <example><code>Sql.Text("SELECT id FROM users WHERE name = :name").Bind("name", "ann").Columns(Sql.Column&lt;int&gt;("id"))</code></example>
    public static TextClause Text(string text) => TextClause.Parse(text);

    /// <summary>An interpolated text as SQL, in which each value becomes a parameter and each element stands as itself; a colon has no meaning.</summary>
    /// <param name="text">The text, written as <c>$"…"</c> at the call.</param>
    /// <example><code>Sql.Text($"SELECT {users.Id} FROM {users} WHERE lower({users.Name}) = {name}")</code> becomes
    /// <c>SELECT users.id FROM users WHERE lower(users.name) = :param_1</c></example>
    public static TextClause Text(SqlText text) => text.ToText(SqlTypes.Null);

    /// <summary>A value as a bind parameter, whose operators take any operand.</summary>
    public static UntypedColumn Value(object? value, SqlType? type) => new(value is null && type is null ? Constant.Null
        : new BindParameter("param", type ?? Coercion.Literal(value).Type, value, hasValue: true, unique: true));

    /// <summary>A named bind parameter.</summary>
    /// <param name="name">The name.</param>
    /// <param name="type">The type of its value; null for the one that belongs to the value.</param>
    /// <param name="value">The value, if <paramref name="hasValue"/>.</param>
    /// <param name="hasValue">True when the value is known.</param>
    /// <param name="unique">True to have a number put after the name.</param>
    /// <param name="expanding">True for the list of an IN.</param>
    /// <param name="literal">True to have the value written into the text at execution.</param>
    public static BindParameter Parameter(string name, SqlType? type = null, object? value = null, bool hasValue = false, bool unique = false, bool expanding = false, bool literal = false)
        => new(name, type ?? Coercion.TypeOfParameter(value, expanding), value, hasValue || value is not null, unique, expanding, literal);

    /// <summary>Values in parentheses: <c>(a, b)</c>.</summary>
    public static TupleExpression Tuple(params object?[] items) => new([.. items.Select(Coercion.Literal)]);

    /// <summary><c>CASE value WHEN … THEN … END</c>: begins without a WHEN.</summary>
    public static CaseBuilder<T> CaseOf<T>(ColumnElement value) => new(value);

    /// <summary><c>CAST(value AS type)</c></summary>
    public static UntypedColumn Cast(object? value, SqlType type) => new(new Cast(Typed(value, type), type));

    /// <summary><c>TRY_CAST(value AS type)</c>: NULL for what cannot be converted.</summary>
    public static UntypedColumn TryCast(object? value, SqlType type) => new(new Cast(Typed(value, type), type, isTry: true));

    /// <summary>A value taken to be of a type; the SQL is that of the value alone.</summary>
    public static UntypedColumn TypeCoerce(object? value, SqlType type)
        => new(value is ColumnElement element ? new TypeCoerce(element, type) : new BindParameter("param", type, value, hasValue: true, unique: true));

    /// <summary><c>EXTRACT(field FROM value)</c></summary>
    /// <param name="field">A part such as <c>year</c> or <c>epoch</c>.</param>
    /// <param name="value">The date or time: an expression, or a value.</param>
    public static UntypedColumn Extract(string field, object value) => new(new Extract(field, Coercion.Literal(value)));

    /// <summary><c>ANY (array)</c>: the right side of a comparison.</summary>
    public static UntypedColumn Any(ColumnElement array) => new(new Quantified(array, all: false));

    /// <summary><c>ANY (subquery)</c>: the right side of a comparison.</summary>
    public static UntypedColumn Any(SelectBase subquery) => new(new Quantified(new ScalarSelect(subquery), all: false));

    /// <summary><c>ALL (array)</c>: the right side of a comparison.</summary>
    public static UntypedColumn All(ColumnElement array) => new(new Quantified(array, all: true));

    /// <summary><c>ALL (subquery)</c>: the right side of a comparison.</summary>
    public static UntypedColumn All(SelectBase subquery) => new(new Quantified(new ScalarSelect(subquery), all: true));

    /// <summary><c>ARRAY[a, b]</c> of expressions and values.</summary>
    public static UntypedColumn Array(params object?[] items) => ArrayOf(null, items);

    /// <summary><c>ARRAY[a, b]</c> whose elements have a type; an empty one names it: <c>ARRAY[]::INTEGER[]</c>.</summary>
    public static UntypedColumn ArrayOf(SqlType? itemType, params object?[] items)
    {
        var elements = items.Select(i => i is null || i is ColumnElement || itemType is null ? Coercion.Literal(i) : Coercion.Operand(i, itemType)).ToList();
        var type = itemType ?? elements.FirstOrDefault()?.Type ?? SqlTypes.Null;
        return new(new ArrayExpression(elements, type is ArrayType inner ? inner with { Dimensions = inner.Dimensions + 1 } : new ArrayType(type)));
    }

    /// <summary><c>(VALUES (…), (…))</c> of one column, as a value.</summary>
    public static UntypedColumn ScalarValues(SqlType type, params object?[] values)
        => new(new ScalarValues([.. values.Select(v => new TupleExpression([Coercion.Operand(v, type)]))], type));

    /// <summary><c>operand COLLATE name</c></summary>
    public static UntypedColumn Collate(object? operand, string collation) => Coercion.Literal(operand).Collate(collation);

    /// <summary>MySQL's search for words in columns: <c>MATCH (a, b) AGAINST (words)</c>.</summary>
    public static MatchExpression Match(object words, params ColumnElement[] columns) => new(columns, Coercion.Literal(words), MatchMode.Unsaid);

    /// <summary><c>NULLIF(a, b)</c> and the like are functions: see <see cref="Func"/>. This is the constant NULL.</summary>
    public static UntypedColumn Null() => new(Constant.Null);

    /// <summary>The row of a FROM as a value, by its name: the argument of <c>row_to_json(users)</c>.</summary>
    public static UntypedColumn TableValued(FromClause from) => new(new TableValuedColumn(from, SqlTypes.Null));

    private static ColumnElement Typed(object? value, SqlType type)
        => value is null or ColumnElement or SelectBase ? Coercion.Literal(value) : new BindParameter("param", type, value, hasValue: true, unique: true);
}
