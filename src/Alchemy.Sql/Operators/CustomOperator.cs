namespace Alchemy;

/// <summary>An operator by its text, for what has no method of its own: <c>a -&gt;&gt; b</c>, <c>a hoho b</c>.</summary>
/// <param name="Text">The text between the operands, or before or after the one operand.</param>
/// <example><code>users.Tags.Op(new CustomOperator("@&gt;") { IsComparison = true }, tags)</code></example>
public sealed record CustomOperator(string Text)
{
    /// <summary>How tightly it binds: an operand whose operator binds no tighter stands in parentheses. 0 (the default) is looser than every operator, 5 is the place of <c>=</c>, 7 of <c>+</c>, 8 of <c>*</c>, 15 of <c>a[b]</c>.</summary>
    public int Precedence { get; init; }

    /// <summary>True when its result is a condition.</summary>
    public bool IsComparison { get; init; }

    /// <summary>True when <c>a op b op c</c> needs no parentheses.</summary>
    public bool IsAssociative { get; init; }

    /// <summary>True to put parentheses around it wherever it is an operand, as PostgreSQL needs for operators whose precedence is that of any other operator.</summary>
    public bool GroupsAsOperand { get; init; }

    /// <summary>The type of its result; null for boolean of a comparison and the type of the left operand otherwise.</summary>
    public SqlType? ResultType { get; init; }

    /// <summary>True for an operator of PostgreSQL's own types, which a dialect has by <see cref="DialectFeatures.ExtendedOperators"/> or refuses.</summary>
    public bool IsExtended { get; init; }
}
