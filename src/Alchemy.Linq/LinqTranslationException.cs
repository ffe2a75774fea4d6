namespace Alchemy.Linq;

/// <summary>A LINQ query, or a value captured by it, cannot be turned into SQL.</summary>
/// <remarks>The message names the operator, the reason with a way out, and the smallest part of the query that is to blame.</remarks>
public sealed class LinqTranslationException : AlchemyException
{
    /// <summary>An operator or overload that has no SQL form.</summary>
    public const string UnknownOperator = ErrorCodes.LinqTranslation;

    /// <summary>The query is nested too deeply to be translated.</summary>
    public const string TooDeep = "ALQ2002";

    /// <summary>Reading a value captured by the query failed.</summary>
    public const string CapturedValue = "ALQ2003";

    /// <summary>The expression tree is not a well-formed query.</summary>
    public const string MalformedTree = "ALQ2004";

    /// <summary>Creates the error.</summary>
    /// <param name="code">The stable code, one of the constants of this class.</param>
    /// <param name="operator">The operator, for example <c>Queryable.TakeWhile</c>.</param>
    /// <param name="hint">Why it failed and what to write instead, without a final stop.</param>
    /// <param name="subExpression">The part of the query that is to blame, as text.</param>
    /// <param name="innerException">The failure underneath; null when there is none.</param>
    public LinqTranslationException(string code, string @operator, string hint, string subExpression, Exception? innerException = null)
        : base(code, Describe(code, @operator, hint, subExpression), innerException)
    {
        Operator = @operator;
        Hint = hint;
        SubExpression = subExpression;
    }

    /// <summary>The operator that failed, for example <c>Queryable.TakeWhile</c>.</summary>
    public string Operator { get; }

    /// <summary>The part of the query that is to blame, as text.</summary>
    public string SubExpression { get; }

    /// <summary>Why it failed and what to write instead.</summary>
    public string Hint { get; }

    private static string Describe(string code, string @operator, string hint, string subExpression) => code switch
    {
        CapturedValue => $"{@operator} could not be read: {hint}. In: {subExpression}",
        TooDeep or MalformedTree => $"{@operator} cannot be translated: {hint}. In: {subExpression}",
        _ => $"{@operator} has no SQL form: {hint}. In: {subExpression}",
    };
}
