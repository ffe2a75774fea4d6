namespace Alchemy;

/// <summary>One column that a statement returns.</summary>
/// <param name="Name">The name the database will report.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Element">The expression it came from.</param>
public sealed record ResultColumn(string Name, SqlType Type, ColumnElement Element);
