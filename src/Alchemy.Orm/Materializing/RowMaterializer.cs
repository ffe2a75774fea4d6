namespace Alchemy.Internals;

/// <summary>The compiled readers of one mapped type over one driver's rows. They take the ordinal of the entity's first column, so that every query shares them.</summary>
internal abstract class RowMaterializer
{
    /// <summary>A reader for one execution.</summary>
    /// <param name="ordinal">The entity's first column.</param>
    /// <param name="target">Where the objects go.</param>
    public abstract EntityReader NewReader(int ordinal, MaterializationTarget target);
}
