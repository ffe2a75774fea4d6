namespace Alchemy;

public partial class SqlCompiler
{
    private static readonly LiteralValue Percent = new("%", SqlTypes.Text);

    /// <inheritdoc/>
    protected internal override void VisitLike(LikeExpression node)
    {
        var lower = node.IgnoresCase && Features.CaseInsensitiveLike is CaseInsensitiveLike.Lower;
        WriteLowered(node.Operand, lower);
        Write((node.IsNegated ? " NOT" : "") + (node.IgnoresCase && !lower ? " ILIKE " : " LIKE "));
        WritePattern(node, lower);
        if (node.Escape is not null)
        {
            Write(" ESCAPE " + Dialect.Literals.Render(node.Escape, SqlTypes.Text));
        }
    }

    private SqlCompiler WriteLowered(ColumnElement element, bool lower) => lower ? Write("lower(").Render(element).Write(")") : Render(element);

    private void WritePattern(LikeExpression node, bool lower)
    {
        var (before, after) = (node.Match is LikeMatch.End or LikeMatch.Anywhere, node.Match is LikeMatch.Start or LikeMatch.Anywhere);
        if (!before && !after)
        {
            WriteLowered(node.Pattern, lower);
            return;
        }

        var (open, separator, close) = Features.Concat is Concat.Function ? ("concat(", ", ", ")") : ("", Features.Concat is Concat.Plus ? " + " : " || ", "");
        Write(open);
        _ = before ? Render(Percent).Write(separator) : this;
        WriteLowered(node.Pattern, lower);
        _ = after ? Write(separator).Render(Percent) : this;
        Write(close);
    }

    /// <inheritdoc/>
    protected internal override void VisitMatch(MatchExpression node)
    {
        if (node.Columns.Count > 1 && Features.TextSearch is not TextSearch.MatchAgainst)
        {
            throw Unsupported("MATCH over several columns", "the database searches one: search each and join the conditions with OR.");
        }

        Write(node.IsNegated ? "NOT " : "");
        _ = Features.TextSearch switch
        {
            TextSearch.None => throw Unsupported("MATCH", "the database has no such operator: use LIKE, or the function of its text search."),
            TextSearch.Match => WriteOperator(node.Columns[0], "MATCH", node.Against),
            TextSearch.Contains => Write("CONTAINS (").Render(node.Columns[0]).Write(", ").Render(node.Against).Write(")"),
            TextSearch.TsQuery => Render(node.Columns[0]).Write(" @@ plainto_tsquery(" + (node.Configuration is null ? "" : Dialect.Literals.Render(node.Configuration, SqlTypes.Text) + ", ")).Render(node.Against).Write(")"),
            TextSearch.MatchAgainst => Write("MATCH (").Render(node.Columns).Write(") AGAINST (").Render(node.Against).Write(ModeText(node.Mode) + ")"),
        };
    }

    private static string ModeText(MatchMode mode) => mode switch
    {
        MatchMode.Unsaid => "",
        MatchMode.Boolean => " IN BOOLEAN MODE",
        MatchMode.NaturalLanguage => " IN NATURAL LANGUAGE MODE",
        MatchMode.QueryExpansion => " WITH QUERY EXPANSION",
        MatchMode.NaturalLanguageWithQueryExpansion => " IN NATURAL LANGUAGE MODE WITH QUERY EXPANSION",
    };

    /// <inheritdoc/>
    protected internal override void VisitRegexpMatch(RegexpMatch node)
    {
        var not = node.IsNegated ? "NOT " : "";
        _ = (Features.Regexp, node.Flags) switch
        {
            (Regexp.None, _) => throw Unsupported("A match with a regular expression", "the database has none: use LIKE, or match in the program."),
            (Regexp.Shown, null) => WriteOperator(node.Operand, node.IsNegated ? "<not regexp>" : "<regexp>", node.Pattern),
            (Regexp.Shown, var flags) => WriteOperator(node.Operand, $"<{(node.IsNegated ? "not " : "")}regexp '{flags}'>", node.Pattern),
            (Regexp.Tilde, null) => WriteOperator(node.Operand, node.IsNegated ? "!~" : "~", node.Pattern),
            (Regexp.Tilde, "i") => WriteOperator(node.Operand, node.IsNegated ? "!~*" : "~*", node.Pattern),
            (Regexp.Tilde, var flags) => Render(node.Operand).Write(node.IsNegated ? " !~ " : " ~ ").WriteFlagged(flags, node.Pattern),
            (Regexp.KeywordWithInlineFlags, { } flags) => Render(node.Operand).Write($" {not}REGEXP ").WriteFlagged(flags, node.Pattern),
            (Regexp.Function or Regexp.KeywordOrFunction, { } flags) => Write(not + "REGEXP_LIKE(").Render(node.Operand).Write(", ").Render(node.Pattern).Write(", " + FlagsText(flags) + ")"),
            (Regexp.Function, null) => Write(not + "REGEXP_LIKE(").Render(node.Operand).Write(", ").Render(node.Pattern).Write(")"),
            (Regexp.Keyword, { }) => throw Unsupported("Flags of a regular expression", "write them into the pattern, as (?i)."),
            (Regexp.Keyword or Regexp.KeywordOrFunction or Regexp.KeywordWithInlineFlags, null) => WriteOperator(node.Operand, not + "REGEXP", node.Pattern),
        };
    }

    /// <inheritdoc/>
    protected internal override void VisitRegexpReplace(RegexpReplace node)
    {
        if (Features.Regexp is Regexp.None or Regexp.Keyword)
        {
            throw Unsupported("A replacement by a regular expression", "the database has none: use the function replace, or replace in the program.");
        }

        Write(Features.Regexp is Regexp.Shown ? "<regexp replace>(" : "REGEXP_REPLACE(").Render(node.Operand).Write(", ");
        _ = node.Flags is { } inline && Features.Regexp is Regexp.KeywordWithInlineFlags ? WriteFlagged(inline, node.Pattern) : Render(node.Pattern);
        Write(", ").Render(node.Replacement);
        Write(node.Flags is { } flags && Features.Regexp is not Regexp.KeywordWithInlineFlags ? ", " + FlagsText(flags) : "").Write(")");
    }

    private SqlCompiler WriteFlagged(string? flags, ColumnElement pattern) => Write($"CONCAT('(?', {FlagsText(flags!)}, ')', ").Render(pattern).Write(")");

    private string FlagsText(string flags) => Dialect.Literals.Render(flags, SqlTypes.Text);
}
