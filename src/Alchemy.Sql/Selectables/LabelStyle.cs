namespace Alchemy;

/// <summary>How a SELECT names the columns that it returns.</summary>
public enum LabelStyle
{
    /// <summary>By the column's own name; a column whose name is there already gets a number: <c>SELECT a.id, b.id AS id_1</c>.</summary>
    Disambiguate,

    /// <summary>By table and column: <c>SELECT a.id AS a_id, b.id AS b_id</c>.</summary>
    TableNamePlusColumn,

    /// <summary>By the column's own name, also where two have the same.</summary>
    None,
}
