namespace Alchemy;

/// <summary>How a table is made of a SELECT.</summary>
public enum TableOfSelectForm
{
    /// <summary><c>CREATE TABLE name AS SELECT …</c></summary>
    CreateTableAs,

    /// <summary><c>SELECT … INTO name FROM …</c></summary>
    SelectInto,
}

/// <summary>How the DEFAULT of a column is written that is more than a value.</summary>
public enum ExpressionDefault
{
    /// <summary><c>DEFAULT lower('X')</c></summary>
    Bare,

    /// <summary><c>DEFAULT (lower('X'))</c></summary>
    Parenthesized,
}

/// <summary>How a view takes the place of one that is there.</summary>
public enum ReplaceView
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary><c>CREATE OR REPLACE VIEW</c></summary>
    OrReplace,

    /// <summary><c>CREATE OR ALTER VIEW</c></summary>
    OrAlter,
}

/// <summary>Whether views whose rows are kept are there.</summary>
public enum MaterializedViews
{
    /// <summary>They are not.</summary>
    None,

    /// <summary>They are; neither temporary nor in place of another.</summary>
    Plain,

    /// <summary>They are, with everything that other views have.</summary>
    Anything,
}
