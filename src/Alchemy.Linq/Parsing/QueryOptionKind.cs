namespace Alchemy.Internals;

/// <summary>The options of <see cref="Alchemy.Linq.QueryableOptions"/>; each has the name of its method.</summary>
internal enum QueryOptionKind
{
    /// <summary>Load a relationship.</summary>
    Include,

    /// <summary>Load a relationship of what the option before loads.</summary>
    ThenInclude,

    /// <summary>Keep entities out of the session.</summary>
    AsNoTracking,

    /// <summary>One query per collection.</summary>
    AsSplitQuery,

    /// <summary>Collections joined into the query.</summary>
    AsSingleQuery,

    /// <summary>A comment in front of the SQL.</summary>
    TagWith,
}
