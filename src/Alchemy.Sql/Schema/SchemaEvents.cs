namespace Alchemy;

/// <summary>Definitions that are executed with the creating and dropping of a table, or of a whole MetaData. Of each list, those count whose <see cref="DdlStatement.ExecuteIf"/> is true for the database.</summary>
/// <example><code>users.Events.AfterCreate.Add(new DdlText("ALTER TABLE %(fullname)s ENABLE ROW LEVEL SECURITY") { ExecuteIf = d => d.Name == "postgresql" });</code></example>
public sealed class SchemaEvents
{
    /// <summary>Executed before it is created.</summary>
    public IList<DdlStatement> BeforeCreate { get; } = [];

    /// <summary>Executed when it is created, its indexes and comments too.</summary>
    public IList<DdlStatement> AfterCreate { get; } = [];

    /// <summary>Executed before it is dropped.</summary>
    public IList<DdlStatement> BeforeDrop { get; } = [];

    /// <summary>Executed when it is dropped.</summary>
    public IList<DdlStatement> AfterDrop { get; } = [];
}
