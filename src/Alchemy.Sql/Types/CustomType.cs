namespace Alchemy;

/// <summary>A type of the user's own, or of one database: it spells itself for each dialect.</summary>
public abstract record CustomType : SqlType
{
    /// <summary>The type as it stands in CREATE TABLE and CAST.</summary>
    /// <param name="compiler">The names of the dialect's types; <see cref="TypeCompiler.DialectName"/> tells which dialect it is.</param>
    /// <exception cref="CompileException">The type has no spelling in this dialect.</exception>
    protected abstract string Render(TypeCompiler compiler);

    /// <inheritdoc/>
    protected internal sealed override string Accept(TypeCompiler compiler) => Render(compiler);
}

/// <summary>A type of the user's own that has one spelling: override <see cref="GetColumnSpec"/>.</summary>
/// <typeparam name="T">The CLR type of a value.</typeparam>
public abstract record UserDefinedType<T> : CustomType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(T);

    /// <summary>The type as it stands in CREATE TABLE and CAST.</summary>
    public abstract string GetColumnSpec();

    /// <inheritdoc/>
    protected sealed override string Render(TypeCompiler compiler) => GetColumnSpec();
}

/// <summary>A type that is stored as another; see <see cref="TypeDecorator{TModel, TStore}"/>.</summary>
/// <param name="Impl">The type of the column.</param>
public abstract record DecoratedType(SqlType Impl) : CustomType
{
    /// <inheritdoc/>
    public override SqlType StorageType => Impl.StorageType;
}

/// <summary>A type of the user's own that is stored as another: override <see cref="ToStore"/> and <see cref="FromStore"/>.</summary>
/// <typeparam name="TModel">The CLR type of a value in the program.</typeparam>
/// <typeparam name="TStore">The CLR type that is stored.</typeparam>
/// <param name="Impl">The type of the column.</param>
public abstract record TypeDecorator<TModel, TStore>(SqlType Impl) : DecoratedType(Impl), ILiteralType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(TModel);

    /// <summary>The type of the column in a dialect; <see cref="DecoratedType.Impl"/> unless overridden.</summary>
    public virtual SqlType LoadDialectImpl(string dialect) => Impl;

    /// <summary>The value as it is stored.</summary>
    public abstract TStore ToStore(TModel value);

    /// <summary>The value as the program sees it.</summary>
    public abstract TModel FromStore(TStore value);

    /// <inheritdoc/>
    public virtual object? LiteralValue(object? value) => value is TModel model ? ToStore(model) : value;

    /// <inheritdoc/>
    protected sealed override string Render(TypeCompiler compiler) => compiler.Render(LoadDialectImpl(compiler.DialectName));
}

/// <summary>A type whose values are written into the text in another form than the program has them in.</summary>
public interface ILiteralType
{
    /// <summary>The value to write.</summary>
    object? LiteralValue(object? value);
}
