namespace Alchemy.Tests;

/// <summary>The tables that most facts speak about.</summary>
internal static class FactTables
{
    public static Table MyTable { get; } = new("mytable", new MetaData(), Int("myid"), Str("name"), Str("description"));

    public static Table MyOtherTable { get; } = new("myothertable", new MetaData(), Int("otherid"), Str("othername"));

    public static Table ThirdTable { get; } = new("thirdtable", new MetaData(), Int("userid"), Str("otherstuff"));

    /// <summary>An INTEGER column.</summary>
    public static Column Int(string name) => new(name, SqlTypes.Integer);

    /// <summary>A VARCHAR column.</summary>
    public static Column Str(string name) => new(name, SqlTypes.String());
}
