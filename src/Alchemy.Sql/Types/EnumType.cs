namespace Alchemy;

/// <summary>A CLR enum stored by number (its underlying integer type) or by name (text).</summary>
/// <param name="Enum">The enum's type.</param>
/// <param name="ByName">True to store the member's name; false (the default) to store its number.</param>
public sealed record EnumType(Type Enum, bool ByName = false) : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => Enum;

    /// <inheritdoc/>
    public override SqlType StorageType { get; } = ByName ? SqlTypes.String(64) : SqlTypes.Of(System.Enum.GetUnderlyingType(Enum));

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => StorageType.Accept(compiler);
}
