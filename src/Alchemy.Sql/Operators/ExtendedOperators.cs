namespace Alchemy;

/// <summary>The operators of PostgreSQL's arrays, documents, maps and ranges. A dialect that has none refuses them by name.</summary>
public static class ExtendedOperators
{
    private const int Element = 15;
    private const int Comparison = 5;

    /// <summary><c>a ? b</c>: the document or map has the key.</summary>
    public static CustomOperator HasKey { get; } = Grouped("?", Comparison);

    /// <summary><c>a ?&amp; b</c>: it has all of the keys.</summary>
    public static CustomOperator HasAll { get; } = Grouped("?&", Comparison);

    /// <summary><c>a ?| b</c>: it has one of the keys.</summary>
    public static CustomOperator HasAny { get; } = Grouped("?|", Comparison);

    /// <summary><c>a #- b</c>: the document without what is at a path.</summary>
    public static CustomOperator DeletePath { get; } = Grouped("#-", Element) with { IsComparison = false };

    /// <summary><c>a @? b</c>: a JSON path finds something.</summary>
    public static CustomOperator PathExists { get; } = Grouped("@?", Comparison);

    /// <summary><c>a @@ b</c>: what a JSON path finds is true; a text search finds something.</summary>
    public static CustomOperator PathMatch { get; } = Grouped("@@", Comparison);

    /// <summary><c>a @&gt; b</c>: all of b is in a.</summary>
    public static CustomOperator Contains { get; } = Grouped("@>", Comparison);

    /// <summary><c>a &lt;@ b</c>: all of a is in b.</summary>
    public static CustomOperator ContainedBy { get; } = Grouped("<@", Comparison);

    /// <summary><c>a &amp;&amp; b</c>: they have something in common.</summary>
    public static CustomOperator Overlap { get; } = Plain("&&");

    /// <summary><c>a &lt;&lt; b</c>: all of the range a comes before b.</summary>
    public static CustomOperator StrictlyLeftOf { get; } = Plain("<<");

    /// <summary><c>a &gt;&gt; b</c>: all of the range a comes after b.</summary>
    public static CustomOperator StrictlyRightOf { get; } = Plain(">>");

    /// <summary><c>a &amp;&lt; b</c>: the range a does not reach beyond b.</summary>
    public static CustomOperator NotExtendRightOf { get; } = Plain("&<");

    /// <summary><c>a &amp;&gt; b</c>: the range a does not begin before b.</summary>
    public static CustomOperator NotExtendLeftOf { get; } = Plain("&>");

    /// <summary><c>a -|- b</c>: the ranges meet.</summary>
    public static CustomOperator AdjacentTo { get; } = Plain("-|-");

    private static CustomOperator Plain(string text) => new(text) { Precedence = Comparison, IsComparison = true, IsExtended = true };

    private static CustomOperator Grouped(string text, int precedence)
        => new(text) { Precedence = precedence, IsAssociative = true, GroupsAsOperand = true, IsComparison = true, IsExtended = true };
}
