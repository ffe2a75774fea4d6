namespace Alchemy.Internals;

/// <summary>What a look-up found out about a statement; kept with it, so that the same object is walked once.</summary>
/// <param name="Key">Its structure.</param>
/// <param name="Binds">Its distinct binds in walking order: the order of <see cref="CompiledSql.Binds"/> of an equal statement.</param>
/// <param name="HasNestedCtes">Whether there is a CTE that stands in front of a statement inside of it.</param>
internal sealed record StatementShape(StructuralKey Key, BindParameter[] Binds, bool HasNestedCtes)
{
    /// <summary>The shape of a statement.</summary>
    /// <param name="statement">The statement; of a handle, its node.</param>
    /// <param name="known">Finds the key of an equal statement; null for a key of its own.</param>
    public static StatementShape Of(ClauseElement statement, Func<StructuralWalk, StructuralKey?>? known = null)
    {
        var node = statement is ColumnElement column ? column.Node : statement;
        if (node.Shape is { } shape)
        {
            return shape;
        }

        using var walk = StructuralWalk.Over(node);
        return node.Shape = new StatementShape(known?.Invoke(walk) ?? new StructuralKey(walk), [.. walk.Binds], walk.HasNestedCtes);
    }
}
