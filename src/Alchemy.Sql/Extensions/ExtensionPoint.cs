namespace Alchemy;

/// <summary>The places of a statement at which a <see cref="SyntaxExtension"/> may stand.</summary>
public enum ExtensionPoint
{
    /// <summary>After the word SELECT, before everything else.</summary>
    AfterSelect,

    /// <summary>Before the columns of a SELECT, after DISTINCT.</summary>
    BeforeColumns,

    /// <summary>After the conditions: behind HAVING and before ORDER BY in a SELECT, behind WHERE and LIMIT in UPDATE and DELETE.</summary>
    AfterCriteria,

    /// <summary>At the end of a SELECT, behind its limit.</summary>
    AfterBody,

    /// <summary>After the values of an INSERT, before RETURNING.</summary>
    AfterValues,
}
