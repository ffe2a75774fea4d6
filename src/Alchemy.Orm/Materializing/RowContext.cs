namespace Alchemy.Internals;

/// <summary>What reading a row needs beside the row: the readers of its entities, in the order of the shape's items, and the values of the execution.</summary>
/// <param name="Entities">One reader per item; null for a column.</param>
/// <param name="Values">The values that the client part of the projection reads.</param>
/// <param name="Nested">The collections that were read for the projection.</param>
/// <param name="Maps">The maps that the entities go into; null when they go nowhere.</param>
internal sealed record RowContext(EntityReader?[] Entities, object?[] Values, NestedRows[] Nested, IdentityMaps? Maps);
