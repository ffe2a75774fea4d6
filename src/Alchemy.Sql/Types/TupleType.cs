namespace Alchemy;

/// <summary>The type of a tuple in the list of an IN: one type an item.</summary>
/// <param name="Items">The types of the items.</param>
public sealed record TupleType(IReadOnlyList<SqlType> Items) : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(System.Runtime.CompilerServices.ITuple);

    /// <inheritdoc/>
    public bool Equals(TupleType? other) => other is not null && Items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Count == 0 ? 0 : HashCode.Combine(Items.Count, Items[0]);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler)
        => throw new CompileException("A tuple as a type", compiler.DialectName, "a tuple stands left of IN only.");
}
