using System.Collections.Frozen;
using Alchemy.Internals;

namespace Alchemy;

public partial class SqlCompiler
{
    // These are words of the language, written without parentheses when they have no argument.
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["current_date"] = "CURRENT_DATE", ["current_time"] = "CURRENT_TIME", ["current_timestamp"] = "CURRENT_TIMESTAMP", ["current_user"] = "CURRENT_USER",
        ["localtime"] = "LOCALTIME", ["localtimestamp"] = "LOCALTIMESTAMP", ["session_user"] = "SESSION_USER", ["user"] = "USER", ["sysdate"] = "sysdate",
        ["cube"] = "CUBE", ["rollup"] = "ROLLUP", ["grouping_sets"] = "GROUPING SETS",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    protected internal override void VisitFunction(FunctionCall node)
    {
        if (node.FunctionName is "min" or "max" && node.Arguments is [var only] && EnumRank.IsNamed(only, Dialect, out var named))
        {
            throw Unsupported($"{node.FunctionName} of {named.Name}, which is kept by name,", "the order of its names is not its own: keep it by number, or sort by it and take the first row.");
        }

        if (node.FunctionName is "aggregate_strings")
        {
            WriteStrings(node, []);
        }
        else
        {
            WriteCall(FunctionName(node), node);
        }
    }

    /// <summary>The dialect's name for a function.</summary>
    protected virtual string FunctionName(FunctionCall node) => node.FunctionName switch
    {
        // Of every letter, as C# does it; a database whose own function knows ASCII only has another.
        "lower_invariant" => "lower",
        "upper_invariant" => "upper",
        var name => Words.GetValueOrDefault(name) ?? name,
    };

    /// <summary>Whether a function without arguments is written without parentheses.</summary>
    protected virtual bool IsWord(FunctionCall node) => Words.ContainsKey(node.FunctionName);

    /// <summary>Writes a call under a name.</summary>
    protected void WriteCall(string name, FunctionCall node) => WriteCall(name, node, []);

    private void WriteCall(string name, FunctionCall node, IReadOnlyList<ColumnElement> orderBy)
    {
        Write(name is "GROUPING SETS" ? name : string.Join(".", name.Split('.').Select(Token)));
        if (node.Arguments.Count == 0 && IsWord(node))
        {
            return;
        }

        Write(node.IsDistinct ? "(DISTINCT " : "(").Render(node.Arguments);
        _ = orderBy.Count > 0 ? Write(" ORDER BY ").Render(orderBy) : this;
        Write(")");
    }

    private string Token(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$') ? name : Dialect.Identifiers.QuoteAlways(name);

    /// <inheritdoc/>
    protected internal override void VisitFunctionFilter(FunctionFilter node)
    {
        _ = Features.AggregateFilter is Support.Yes
            ? Render(node.Element).Write(" FILTER (WHERE ").RenderCondition(node.Criterion).Write(")")
            : Render(OverCase(node));
    }

    // These aggregates leave out NULL: what the condition leaves out may as well be NULL.
    private FunctionCall OverCase(FunctionFilter node)
        => node.Element is FunctionCall { FunctionName: "count" or "sum" or "min" or "max" or "avg", Arguments: [var argument] } call
            ? new FunctionCall(call.FunctionName, [new Case([node.Criterion], [argument is TextClause { Text: "*" } ? new LiteralValue(1, SqlTypes.Integer) : argument], null)], call.Type, call.IsNullable, call.IsDistinct)
            : throw Unsupported("FILTER of another aggregate than count, sum, min, max and avg", "give it a CASE that is NULL where the condition does not hold: Sql.Case<int>(condition, value).End().");

    /// <inheritdoc/>
    protected internal override void VisitAggregateOrderBy(AggregateOrderBy node)
    {
        if (node.IsWithinGroup || Features.AggregateOrder is AggregateOrder.WithinGroup)
        {
            Render(node.Element).Write(" WITHIN GROUP (ORDER BY ").Render(node.OrderBy).Write(")");
        }
        else if (Features.AggregateOrder is AggregateOrder.None)
        {
            throw Unsupported("ORDER BY within an aggregate", "order the rows in a subquery first.");
        }
        else if (node.Element is FunctionCall { FunctionName: "aggregate_strings" } strings)
        {
            WriteStrings(strings, node.OrderBy);
        }
        else
        {
            WriteCall(FunctionName(Call(node.Element)), Call(node.Element), node.OrderBy);
        }
    }

    private FunctionCall Call(ColumnElement element) => element as FunctionCall ?? throw Unsupported("ORDER BY within what is no function", "call AggregateOrderBy on the aggregate itself, before Filter and Over.");

    private void WriteStrings(FunctionCall node, IReadOnlyList<ColumnElement> orderBy)
    {
        var name = Features.StringAggregate switch
        {
            StringAggregate.StringAgg => "string_agg",
            StringAggregate.GroupConcat or StringAggregate.GroupConcatSeparator => "group_concat",
            StringAggregate.ListAgg => "LISTAGG",
            StringAggregate.AggregateStrings => "aggregate_strings",
        };
        var separator = Features.StringAggregate is StringAggregate.GroupConcatSeparator;
        Write(node.IsDistinct ? name + "(DISTINCT " : name + "(").Render(node.Arguments[0]);
        _ = separator ? this : Write(", ").RenderLiteral(node.Arguments[1]);
        _ = orderBy.Count > 0 ? Write(" ORDER BY ").Render(orderBy) : this;
        _ = separator ? Write(" SEPARATOR ").RenderLiteral(node.Arguments[1]) : this;
        Write(")");
    }

    /// <inheritdoc/>
    protected internal override void VisitFunctionColumn(FunctionColumn node) => Write("(").Render(node.Function).Write(").").WriteName(node.Name);

    /// <inheritdoc/>
    protected internal override void VisitTableValuedColumn(TableValuedColumn node) => WriteFromName(node.From);

    /// <inheritdoc/>
    protected internal override void VisitTableFunction(TableFunction node)
    {
        var inFrom = _context.InFrom;
        _context.InFrom = false;
        Write(node.IsLateral ? "LATERAL " : "");
        WriteTableFunction(node);
        _context.InFrom = inFrom;
        Write(node.HasOrdinality ? " WITH ORDINALITY" : "");
        if (!node.HasAlias)
        {
            return;
        }

        WriteAlias(FromName(node)!);
        if (node.IsDerived)
        {
            Write("(");
            for (var i = 0; i < node.Definitions.Count; i++)
            {
                Write(i == 0 ? "" : ", ").WriteName(node.Definitions[i].Name).Write(node.HasTypes ? " " + Dialect.Types.Render(node.Definitions[i].Type) : "");
            }

            Write(")");
        }
    }

    /// <summary>Writes a function in FROM, without its name.</summary>
    protected virtual void WriteTableFunction(TableFunction node) => Render(node.Function);

    /// <inheritdoc/>
    protected internal override void VisitTextFrom(TextFrom node) => Render(node.Text);

    /// <inheritdoc/>
    protected internal override void VisitTextSelect(TextSelect node)
    {
        _columns ??= [.. node.Columns.Select((c, i) => new ResultColumn(c.Name ?? $"column_{i + 1}", c.Type, c))];
        EnterCtes(node.Ctes);
        Render(node.Text);
    }
}
