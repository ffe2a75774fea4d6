namespace Alchemy.Internals;

/// <summary>A foreign key that takes the key of another object, which may not be known before that object's row is written.</summary>
/// <param name="Child">The object that has the foreign key.</param>
/// <param name="ForeignKey">Its columns.</param>
/// <param name="Parent">The object whose key it takes; null for NULL.</param>
/// <param name="ParentKey">That object's columns, in the same order.</param>
internal sealed record KeySync(StateEntry Child, IReadOnlyList<Column> ForeignKey, StateEntry? Parent, IReadOnlyList<Column> ParentKey)
{
    public bool IsNullable => ForeignKey.All(c => c.IsNullable);
}

/// <summary>The other end of a navigation, to be brought in step when a flush has succeeded.</summary>
/// <param name="State">The object that has the navigation.</param>
/// <param name="Navigation">The navigation.</param>
/// <param name="Target">The object added, removed or referred to.</param>
/// <param name="Kind">What is done.</param>
internal sealed record NavigationFix(StateEntry State, NavigationAttribute Navigation, object? Target, NavigationFixKind Kind);

/// <summary>What a fix does.</summary>
internal enum NavigationFixKind
{
    Add,
    Remove,
    Set,
}
