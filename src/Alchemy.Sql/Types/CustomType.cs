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

/// <summary>A type whose values are written into the text in another form than the program has them in.</summary>
public interface ILiteralType
{
    /// <summary>The value to write.</summary>
    object? LiteralValue(object? value);
}
