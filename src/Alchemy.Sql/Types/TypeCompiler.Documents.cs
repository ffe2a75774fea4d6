namespace Alchemy;

public partial class TypeCompiler
{
    /// <summary><c>JSON</c></summary>
    protected internal virtual string VisitJson(JsonType type) => "JSON";

    /// <summary>Whether the database has arrays, as PostgreSQL does and the standard shows them.</summary>
    protected virtual bool HasArrays => IsForShow;

    /// <summary><c>INTEGER[]</c></summary>
    /// <exception cref="CompileException">The database has no arrays.</exception>
    protected internal virtual string VisitArray(ArrayType type)
    {
        if (!HasArrays)
        {
            throw new CompileException("An array", DialectName, "the database has none: keep the elements in a table of their own, or as JSON.");
        }

        var item = Render(type.Item);
        var collation = item.IndexOf(" COLLATE ", StringComparison.Ordinal);
        var brackets = string.Concat(Enumerable.Repeat("[]", type.Dimensions));
        return collation < 0 ? item + brackets : item.Insert(collation, brackets);
    }

    /// <summary>The range's name, as PostgreSQL has it.</summary>
    protected internal virtual string VisitRange(RangeType type) => type.Name;

    /// <summary>The name of the set of ranges, as PostgreSQL has it.</summary>
    protected internal virtual string VisitMultiRange(MultiRangeType type) => type.Name;

    /// <summary>The type that stands beside a parameter where a dialect writes it there (<see cref="ParameterCast.Suffix"/>); null for none.</summary>
    /// <remarks>A length would cut a longer value off without an error, so it is left out.</remarks>
    protected internal virtual string? ParameterCast(SqlType type) => type switch
    {
        NullType or JsonPathType or TupleType => null,
        NativeType { IsCastParameter: false } or CustomType and not DecoratedType => null,
        StringType { Length: not null } => Render(SqlTypes.String()),
        StringType text => Render(text),
        TextType text => Render(new StringType(null, text.Collation, text.CollationSchema)),
        UnicodeType => Render(SqlTypes.String()),
        BinaryType => null,
        _ => Render(type),
    };
}
