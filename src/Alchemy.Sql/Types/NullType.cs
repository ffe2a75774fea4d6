namespace Alchemy;

/// <summary>The type of an expression about which nothing is known, such as raw text or a literal NULL.</summary>
public sealed record NullType : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(object);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler)
        => throw new CompileException("An untyped column or CAST", compiler.DialectName, "give the expression a type.");
}
