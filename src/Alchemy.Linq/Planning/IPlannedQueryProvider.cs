namespace Alchemy.Internals;

/// <summary>Marks our own query provider: a captured query of it becomes part of the query that captured it.</summary>
internal interface IPlannedQueryProvider : IQueryProvider;
