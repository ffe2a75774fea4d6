namespace Alchemy;

/// <summary>An array of values, PostgreSQL's <c>INTEGER[]</c>. As a parameter it is one value, of which <see cref="Unnest"/> makes rows.</summary>
/// <param name="Item">The type of an element, any of which may be NULL.</param>
/// <param name="Dimensions">How many dimensions are written: <c>INTEGER[][]</c> for 2.</param>
public sealed record ArrayType(SqlType Item, int Dimensions = 1) : SqlType
{
    /// <summary>An array of the CLR type that the element is stored as; an array of its nullable form is as good.</summary>
    public override Type ClrType => Item is NullType ? typeof(Array) : Dimensions > 1 ? Item.StorageType.ClrType.MakeArrayType(Dimensions) : Item.StorageType.ClrType.MakeArrayType();

    /// <summary>True when values of the type can be elements: those of <see cref="SqlTypes"/>, enums and decorators of these, whose CLR type every driver knows, with no SQL around each of them.</summary>
    public static bool CanHold(SqlType type) => type is not (VariantType or NativeType) && type.StorageType is not (EnumerationType or NativeType) && SqlTypes.TryOf(type.StorageType.ClrType) is not null
        && type.BindExpression(new BindParameter("item", type)) is null;

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitArray(this);
}
