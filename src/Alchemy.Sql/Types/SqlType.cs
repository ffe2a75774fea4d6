namespace Alchemy;

/// <summary>The type of a column or expression, independent of any database. Each dialect's <see cref="TypeCompiler"/> spells it.</summary>
/// <remarks>Types are values: two <c>StringType(50)</c> are equal and share compiled statements.</remarks>
public abstract record SqlType
{
    /// <summary>The CLR type of a value, never <see cref="Nullable{T}"/>: whether NULL may occur is a fact about a column, not about a type.</summary>
    public abstract Type ClrType { get; }

    /// <summary>The type that the database stores and the driver binds; differs from this one only for types that convert, such as <see cref="EnumType"/>.</summary>
    public virtual SqlType StorageType => this;

    /// <summary>Prints the parameters of the type alone: most types are their own <see cref="StorageType"/>, and printing would never end.</summary>
    protected virtual bool PrintMembers(System.Text.StringBuilder builder) => false;

    /// <summary>What stands in the place of a parameter of this type, such as a function around it; null (the default) for the parameter alone.</summary>
    /// <param name="bind">The parameter.</param>
    public virtual ColumnElement? BindExpression(ColumnElement bind) => null;

    /// <summary>What an outermost SELECT returns in the place of a column of this type; null (the default) for the column alone.</summary>
    /// <param name="column">The column.</param>
    public virtual ColumnElement? ColumnExpression(ColumnElement column) => null;

    /// <summary>The type of a parameter that is compared with a value of this type; null (the default) for this type, or that of the value when it is of quite another kind.</summary>
    /// <param name="value">The value.</param>
    public virtual SqlType? CoerceComparedValue(object? value) => null;

    /// <summary>Renders the type with a dialect's compiler, as in a column's definition or a CAST.</summary>
    protected internal abstract string Accept(TypeCompiler compiler);
}
