namespace Alchemy;

public partial class DdlCompiler
{
    /// <summary><c>CREATE TABLE name (…)</c></summary>
    protected internal virtual void VisitCreateTable(CreateTable node, SqlCompiler sql)
    {
        var table = node.Table;
        IfNotExists(sql.Write("CREATE ").Write(string.Concat(table.Prefixes.Select(p => p + " "))).Write("TABLE "), node.IfNotExists, "TABLE");
        CheckName(table.Name);
        sql.WriteTable(table).Write(" (\n    ");
        IEnumerable<Action<SqlCompiler>> columns = table.Columns.Cast<Column>().Where(c => !c.IsSystem).Select(c => (Action<SqlCompiler>)(s => s.Render(new CreateColumn(c))));
        var constraints = table.Constraints.Where(c => IsFor(c) && IsInline(c, node)).Prepend(table.PrimaryKeyConstraint).Select(c => (Action<SqlCompiler>)(s => c.Write(this, s)));
        sql.WriteItems(columns.Concat(constraints), ",\n    ").Write("\n)");
        TableOptions(table, sql);
    }

    /// <summary>A column's line.</summary>
    protected internal virtual void VisitCreateColumn(CreateColumn node, SqlCompiler sql)
    {
        CheckName(node.Column.Name);
        ColumnDefinition(node.Column, sql);
        foreach (var check in node.Column.Checks.Where(IsFor))
        {
            sql.Write(" ");
            check.Write(this, sql);
        }
    }

    /// <summary>A column's name, type and clauses.</summary>
    protected virtual void ColumnDefinition(Column column, SqlCompiler sql)
    {
        var identity = HasIdentity(column);
        NameAndType(column, sql);
        Default(column, sql);
        Generated(column, sql);
        sql.Write(column.IsNullable || identity ? "" : " NOT NULL");
    }

    /// <summary>The name and type.</summary>
    protected void NameAndType(Column column, SqlCompiler sql) => sql.WriteColumnName(column).Write(" ").WriteType(WrittenType(column));

    /// <summary><c>GENERATED …</c> of a computed column or identity.</summary>
    protected void Generated(Column column, SqlCompiler sql)
    {
        if (column.Computed is { } computed)
        {
            sql.Write(" ");
            VisitComputed(computed, sql);
        }

        if (HasIdentity(column))
        {
            sql.Write(" ");
            VisitIdentity(column.Identity!, sql);
        }
    }

    /// <summary>Whether the column is written as an identity.</summary>
    protected bool HasIdentity(Column column) => column.Identity is not null && Dialect.Features.IdentityColumns is Support.Yes;

    /// <summary>Whether the column is the one whose value the database counts, without words of its own for it.</summary>
    protected static bool IsCounted(Column column) => column.Owner is Table table && ReferenceEquals(table.AutoIncrementColumn, column) && (column.Sequence is null or { Optional: true });

    /// <summary><c> DEFAULT …</c>, or nothing.</summary>
    protected virtual void Default(Column column, SqlCompiler sql)
    {
        if (DefaultText(column, sql) is { } text)
        {
            sql.Write(" DEFAULT ").Write(text);
        }
    }

    /// <summary>The DEFAULT of a column as text, or null.</summary>
    protected static string? DefaultText(Column column, SqlCompiler sql) => column.ServerDefault ?? (column.ServerDefaultExpression is { } expression ? sql.TextOf(expression) : null);

    /// <summary><c>GENERATED ALWAYS AS (…)</c></summary>
    protected virtual void VisitComputed(Computed computed, SqlCompiler sql)
        => sql.Write("GENERATED ALWAYS AS (").Render(computed.Expression).Write(")").Write(computed.IsPersisted switch { null => "", true => " STORED", false => " VIRTUAL" });

    /// <summary><c>GENERATED … AS IDENTITY (…)</c></summary>
    protected virtual void VisitIdentity(Identity identity, SqlCompiler sql)
    {
        var options = Counting(identity);
        sql.Write($"GENERATED {(identity.IsAlways == true ? "ALWAYS" : "BY DEFAULT")} AS IDENTITY").Write(options.Length == 0 ? "" : $" ({options})");
    }

    /// <summary>How a sequence or identity counts.</summary>
    protected virtual string Counting(CountingOptions options) => string.Join(" ", new[]
    {
        options.Increment is { } increment ? $"INCREMENT BY {increment}" : null,
        options.Start is { } start ? $"START WITH {start}" : null,
        options.MinValue is { } least ? $"MINVALUE {least}" : null,
        options.MaxValue is { } most ? $"MAXVALUE {most}" : null,
        options.NoMinValue ? "NO MINVALUE" : null,
        options.NoMaxValue ? "NO MAXVALUE" : null,
        options.Cache is { } cache ? $"CACHE {cache}" : null,
        options.Cycle switch { null => null, true => "CYCLE", false => "NO CYCLE" },
    }.OfType<string>());

    /// <summary>What stands after CREATE TABLE's parentheses; nothing in standard SQL.</summary>
    protected virtual void TableOptions(Table table, SqlCompiler sql)
    {
    }

    /// <summary><c>DROP TABLE name</c></summary>
    protected internal virtual void VisitDropTable(DropTable node, SqlCompiler sql)
        => IfExists(sql.Write("DROP TABLE "), node.IfExists, "TABLE").WriteTable(node.Table);

    /// <summary>The text of <see cref="DdlText"/> with names in their places.</summary>
    protected internal virtual void VisitText(DdlText node, SqlCompiler sql)
    {
        var names = new Dictionary<string, string>(node.Context, StringComparer.Ordinal);
        if (node.Target is { } table)
        {
            var (name, schema) = (Dialect.Identifiers.Quote(table.Name), table.Schema is null ? "" : Dialect.Identifiers.QuoteSchema(table.Schema));
            names.TryAdd("table", name);
            names.TryAdd("schema", schema);
            names.TryAdd("fullname", schema.Length == 0 ? name : $"{schema}.{name}");
        }

        sql.Write(PlaceInText().Replace(node.Text, match => match.Value == "%%" ? "%" : names.TryGetValue(match.Groups[1].Value, out var text)
            ? text
            : throw new InvalidStatementException($"The text names '{match.Groups[1].Value}', which neither Context nor a Target gives.")));
    }

    private bool IsInline(TableConstraint constraint, CreateTable node)
        => (!constraint.UseAlter || Dialect.Features.AlterConstraints is Support.No)
            && (constraint is not ForeignKeyConstraint key || node.IncludeForeignKeys is null || node.IncludeForeignKeys.Contains(key));

    private void CheckName(string name) => NameOf(name, isMadeUp: false);

    [System.Text.RegularExpressions.GeneratedRegex(@"%%|%\((\w+)\)s")]
    private static partial System.Text.RegularExpressions.Regex PlaceInText();
}
