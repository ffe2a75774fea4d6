namespace Alchemy;

/// <summary>Says that a type is another one in some database.</summary>
public static class TypeVariants
{
    /// <summary>The same type, but another one in a database: <c>SqlTypes.String(50).WithVariant(SqlTypes.Text, "postgresql")</c>.</summary>
    /// <param name="type">The type everywhere else.</param>
    /// <param name="variant">The type there.</param>
    /// <param name="dialects">The names of the dialects.</param>
    public static VariantType WithVariant(this SqlType type, SqlType variant, params string[] dialects)
    {
        var known = type as VariantType;
        var variants = new Dictionary<string, SqlType>(known?.Variants ?? new Dictionary<string, SqlType>(), StringComparer.Ordinal);
        foreach (var dialect in dialects)
        {
            if (!variants.TryAdd(dialect, variant))
            {
                throw new InvalidStatementException($"The type has a variant for '{dialect}' already.");
            }
        }

        return new VariantType(known?.Base ?? type, variants);
    }
}
