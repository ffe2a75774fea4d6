namespace Alchemy;

/// <summary>An array of values of one type, bound as one parameter: what <see cref="Unnest"/> makes rows of. Only some databases have it.</summary>
/// <param name="Element">The type of the elements, any of which may be NULL.</param>
public sealed record ArrayType(SqlType Element) : SqlType
{
    /// <summary>An array of the CLR type that the element is stored as; an array of its nullable form is as good.</summary>
    public override Type ClrType => Element.StorageType.ClrType.MakeArrayType();

    /// <summary>True when values of the type can be elements: those of <see cref="SqlTypes"/> and enums, whose CLR type every driver knows.</summary>
    public static bool CanHold(SqlType type) => SqlTypes.TryOf(type.StorageType.ClrType) is not null;

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitArray(this);
}
