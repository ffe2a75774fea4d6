namespace Alchemy;

/// <summary>A type that is stored as another; see <see cref="TypeDecorator{TModel, TStore}"/>.</summary>
/// <param name="Impl">The type of the column.</param>
public abstract record DecoratedType(SqlType Impl) : CustomType, ILiteralType
{
    /// <inheritdoc/>
    public override SqlType StorageType => Impl.StorageType;

    /// <summary>The CLR type of what is stored.</summary>
    public abstract Type StoreClrType { get; }

    /// <summary>What is stored for null; null (the default) for NULL. Null is given to no conversion.</summary>
    public virtual object? StoreOfNull => null;

    /// <summary>What the program sees for NULL; null (the default) for null. NULL is given to no conversion.</summary>
    public virtual object? ModelOfNull => null;

    /// <summary>The type of the column in a dialect; <see cref="Impl"/> unless overridden.</summary>
    /// <param name="dialect">The dialect's name.</param>
    public virtual SqlType LoadDialectImpl(string dialect) => Impl;

    /// <summary>The value as it is stored; a value that is no model already is left as it is.</summary>
    public abstract object? Store(object? value);

    /// <summary>The value as the program sees it.</summary>
    public abstract object? Load(object? value);

    /// <summary>The value as it is written into the text; <see cref="Store"/> unless overridden.</summary>
    public virtual object? LiteralValue(object? value) => Store(value);

    /// <summary>What the column's own type puts there; override it to put more around <c>Impl.BindExpression(bind)</c>, where <see cref="Impl"/> is the dialect's.</summary>
    public override ColumnElement? BindExpression(ColumnElement bind) => Impl.BindExpression(bind);

    /// <summary>What the column's own type puts there; override it to put more around <c>Impl.ColumnExpression(column)</c>, where <see cref="Impl"/> is the dialect's.</summary>
    public override ColumnElement? ColumnExpression(ColumnElement column) => Impl.ColumnExpression(column);

    /// <inheritdoc/>
    protected sealed override string Render(TypeCompiler compiler) => compiler.Render(LoadDialectImpl(compiler.DialectName));
}

/// <summary>A type of the user's own that is stored as another: override <see cref="ToStore"/> and <see cref="FromStore"/>.</summary>
/// <typeparam name="TModel">The CLR type of a value in the program.</typeparam>
/// <typeparam name="TStore">The CLR type that is stored.</typeparam>
/// <param name="Impl">The type of the column.</param>
/// <example><code>
/// sealed record Cents() : TypeDecorator&lt;Money, long&gt;(SqlTypes.BigInteger)
/// {
///     public override long ToStore(Money value) => value.Cents;
///     public override Money FromStore(long value) => new(value);
/// }
/// </code></example>
public abstract record TypeDecorator<TModel, TStore>(SqlType Impl) : DecoratedType(Impl)
    where TModel : notnull
    where TStore : notnull
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(TModel);

    /// <inheritdoc/>
    public sealed override Type StoreClrType => typeof(TStore);

    /// <summary>The value as it is stored; never called with null.</summary>
    public abstract TStore ToStore(TModel value);

    /// <summary>The value as the program sees it; never called with NULL.</summary>
    public abstract TModel FromStore(TStore value);

    /// <inheritdoc/>
    public sealed override object? Store(object? value) => value switch { null => StoreOfNull, TModel model => ToStore(model), _ => value };

    /// <inheritdoc/>
    public sealed override object? Load(object? value) => value switch
    {
        null => ModelOfNull,
        TStore stored => FromStore(stored),
        IConvertible number => FromStore((TStore)Convert.ChangeType(number, typeof(TStore), System.Globalization.CultureInfo.InvariantCulture)),
        _ => throw new InvalidStatementException($"{GetType().Name} reads {typeof(TStore).Name}, and the column holds a {value.GetType().Name}: let the decorator store what its type is read as."),
    };
}
