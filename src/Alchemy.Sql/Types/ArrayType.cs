namespace Alchemy;

/// <summary>An array of values, PostgreSQL's <c>INTEGER[]</c>. As a parameter it is one value, of which <see cref="Unnest"/> makes rows.</summary>
/// <param name="Item">The type of an element, any of which may be NULL.</param>
/// <param name="Dimensions">How many dimensions are written: <c>INTEGER[][]</c> for 2.</param>
public sealed record ArrayType(SqlType Item, int Dimensions = 1) : SqlType
{
    /// <summary>An array of the CLR type that the element is stored as, or of a decorator's models; an array of its nullable form is as good, and is what comes back when an element is NULL.</summary>
    public override Type ClrType => Item is NullType ? typeof(Array) : Dimensions > 1 ? ItemType.MakeArrayType(Dimensions) : ItemType.MakeArrayType();

    private Type ItemType => Item is DecoratedType ? Item.ClrType : Item.StorageType.ClrType;

    /// <summary>An array as it is stored: of what a decorator stores for its models. Any other array is left as it is.</summary>
    public object? Store(object? value)
    {
        if (Item is not DecoratedType decorated || value is not Array { Rank: 1 } models)
        {
            return value;
        }

        var stored = Array.CreateInstance(Nullable(Item.StorageType.ClrType), models.Length);
        for (var i = 0; i < models.Length; i++)
        {
            stored.SetValue(decorated.Store(models.GetValue(i)), i);
        }

        return stored;
    }

    /// <summary>An array as the program sees it: of a decorator's models. Any other array is left as it is.</summary>
    public Array Load(Array stored)
    {
        if (Item is not DecoratedType decorated || stored.Rank != 1)
        {
            return stored;
        }

        var models = stored.Cast<object?>().Select(decorated.Load).ToList();
        var result = Array.CreateInstance(models.Contains(null) ? Nullable(Item.ClrType) : Item.ClrType, models.Count);
        for (var i = 0; i < result.Length; i++)
        {
            result.SetValue(models[i], i);
        }

        return result;
    }

    /// <summary>True when values of the type can be elements: those of <see cref="SqlTypes"/>, enums and decorators of these, whose CLR type every driver knows, with no SQL around each of them.</summary>
    public static bool CanHold(SqlType type) => type is not (VariantType or NativeType) && type.StorageType is not (EnumerationType or NativeType) && SqlTypes.TryOf(type.StorageType.ClrType) is not null
        && type.BindExpression(new BindParameter("item", type)) is null;

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitArray(this);

    private static Type Nullable(Type type) => type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type;
}
