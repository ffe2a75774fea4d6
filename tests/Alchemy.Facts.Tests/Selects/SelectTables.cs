namespace Alchemy.Tests;

/// <summary>Tables of the facts about SELECT.</summary>
internal static class SelectTables
{
    public static Table Users { get; } = Named("users", "user_id", "user_name", "password");

    public static Table Addresses { get; } = Named("addresses", "address_id", "user_id", "street", "city", "state", "zip");

    public static Table Remote { get; } = InSchema("remote_owner");

    public static Table Dotted { get; } = InSchema("dbo.remote_owner");

    /// <summary>A table known by its name and its columns' names only.</summary>
    public static Table Named(string name, params string[] columns) => Sql.Table(name, [.. columns.Select(c => Sql.Column(c))]);

    /// <summary>A table of INTEGER columns.</summary>
    public static Table Numbers(string name, params string[] columns) => Sql.Table(name, [.. columns.Select(c => Sql.Column<int>(c))]);

    /// <summary>Every column of several FROMs.</summary>
    public static Select All(params FromClause[] froms) => Sql.Select([.. froms.SelectMany(f => f.Columns)]);

    private static Table InSchema(string schema) => new("remotetable", new MetaData(), schema,
        new Column("rem_id", SqlTypes.Integer, primaryKey: true), new Column("datatype_id", SqlTypes.Integer), new Column("value", SqlTypes.String(20)));
}
