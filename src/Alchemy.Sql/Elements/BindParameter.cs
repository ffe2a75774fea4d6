namespace Alchemy;

/// <summary>A value sent apart from the text: <c>:name</c>.</summary>
public sealed class BindParameter : ColumnElement
{
    /// <summary>Creates a parameter.</summary>
    /// <param name="key">Its name, or the stem of its name when <paramref name="unique"/>.</param>
    /// <param name="type">The type of its value.</param>
    /// <param name="value">Its value, if one is known already.</param>
    /// <param name="hasValue">False when the value is given at execution only.</param>
    /// <param name="unique">True to have a number put after the name: <c>name_1</c>.</param>
    /// <param name="expanding">True for the list of an IN: the value is a collection.</param>
    /// <param name="literal">True to have the value written into the text when the statement is executed, for places where the database takes no parameter.</param>
    public BindParameter(string key, SqlType type, object? value = null, bool hasValue = false, bool unique = false, bool expanding = false, bool literal = false)
    {
        if (value is ClauseElement)
        {
            throw new InvalidStatementException($"The value of bind parameter '{key}' is a SQL expression ({value.GetType().Name}): use it as an operand, not as a value.");
        }

        (Key, Type, Value, HasValue, IsUnique, IsExpanding, IsLiteral) = (key, type, value, hasValue, unique, expanding, literal);
    }

    /// <summary>The name, or the stem of the name.</summary>
    public string Key { get; }

    /// <inheritdoc/>
    public override SqlType Type { get; }

    /// <summary>The value; meaningful only when <see cref="HasValue"/>.</summary>
    public object? Value { get => Source is null ? field : Source(); }

    /// <summary>True when the value is known; false when it must be given at execution.</summary>
    public bool HasValue { get; }

    /// <summary>True when a number is put after the name.</summary>
    public bool IsUnique { get; }

    /// <summary>True for the list of an IN.</summary>
    public bool IsExpanding { get; }

    /// <summary>True when the value is written into the text at execution, escaped by the dialect.</summary>
    public bool IsLiteral { get; }

    /// <summary>Makes the value of each execution; null where the value is fixed.</summary>
    internal Func<object?>? Source { get; init; }

    /// <summary>True for the value of a column in INSERT or UPDATE: named as the column in the statement itself, numbered in a statement inside of it.</summary>
    internal bool IsColumnValue { get; init; }

    /// <summary>True when the database writes the value: <c>RETURNING … INTO :ret_0</c>.</summary>
    public bool IsOutput { get; init; }

    /// <summary>The same parameter (of another identity), whose value is written into the text at execution.</summary>
    public BindParameter AsLiteral() => new(Key, Type, Source is null ? Value : null, HasValue, IsUnique, IsExpanding, literal: true) { Source = Source, IsColumnValue = IsColumnValue };

    /// <summary>The same parameter of another identity: in one statement with this one it has a value of its own.</summary>
    internal BindParameter Copy() => new(Key, Type, Source is null ? Value : null, HasValue, IsUnique, IsExpanding, IsLiteral) { Source = Source, IsColumnValue = IsColumnValue, IsOutput = IsOutput };

    /// <summary>The same parameter (of another identity) with a value.</summary>
    internal BindParameter WithValue(object? value) => new(Key, Type is NullType ? Coercion.TypeOfParameter(value, IsExpanding) : Type, value, hasValue: true, IsUnique, IsExpanding, IsLiteral) { IsColumnValue = IsColumnValue };

    /// <inheritdoc/>
    public override bool IsNullable => !HasValue || Value is null;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitBindParameter(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Bind(this);
}
