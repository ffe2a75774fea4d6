namespace Alchemy.Internals;

/// <summary>Which objects of a collection a query loads, in which order, and how many for each owner.</summary>
internal abstract class LoaderFilter
{
    /// <summary>The columns that lead to the owner, in the order of the relationship's.</summary>
    public abstract IReadOnlyList<ColumnElement> RemoteColumns { get; }

    /// <summary>The SELECT of the objects.</summary>
    /// <param name="ofOwners">The condition that names the owners.</param>
    /// <param name="values">The values of the execution.</param>
    public abstract Select Statement(ColumnElement ofOwners, object?[] values);
}
