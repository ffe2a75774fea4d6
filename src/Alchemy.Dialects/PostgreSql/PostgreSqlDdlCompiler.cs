using System.Globalization;

namespace Alchemy;

/// <summary>What PostgreSQL says differently in definitions.</summary>
internal sealed class PostgreSqlDdlCompiler(Dialect dialect) : DdlCompiler(dialect)
{
    private static readonly Version FirstWithVirtual = new(18, 0);

    /// <inheritdoc/>
    protected override void ColumnDefinition(Column column, SqlCompiler sql)
    {
        var identity = HasIdentity(column);
        if (IsCounted(column) && !identity)
        {
            sql.WriteColumnName(column).Write(column.Type.StorageType switch { SmallIntegerType => " SMALLSERIAL", BigIntegerType => " BIGSERIAL", _ => " SERIAL" });
        }
        else
        {
            NameAndType(column, sql);
            Default(column, sql);
        }

        Generated(column, sql);
        sql.Write((column.IsNullable, identity) switch { (false, false) => " NOT NULL", (true, true) => " NULL", _ => "" });
    }

    /// <summary>Before 18 a computed value is always kept.</summary>
    protected override void VisitComputed(Computed computed, SqlCompiler sql)
    {
        if (Dialect.ServerVersion >= FirstWithVirtual)
        {
            base.VisitComputed(computed, sql);
            return;
        }

        if (computed.IsPersisted == false)
        {
            throw new CompileException("A computed column that is not kept", Dialect.Name, "the database keeps it before version 18: say persisted: true.");
        }

        sql.Write("GENERATED ALWAYS AS (").Render(computed.Expression).Write(") STORED");
    }

    /// <inheritdoc/>
    protected override void TableOptions(Table table, SqlCompiler sql)
    {
        if (table.Options.Of<PostgreSqlTableOptions>() is not { } options)
        {
            return;
        }

        sql.Write(options.Inherits.Count == 0 ? "" : $" INHERITS ({string.Join(", ", options.Inherits.Select(Dialect.Identifiers.Quote))})")
            .Write(options.PartitionBy is { } partition ? $" PARTITION BY {partition}" : "")
            .Write(options.Using is { } method ? $" USING {Words("USING", method)}" : "")
            .Write(With(options.With))
            .Write(options.WithOids switch { null => "", true => " WITH OIDS", false => " WITHOUT OIDS" })
            .Write(options.OnCommit is { } commit ? $" ON COMMIT {Words("ON COMMIT", commit.Replace('_', ' ').ToUpperInvariant())}" : "")
            .Write(options.Tablespace is { } space ? $" TABLESPACE {Dialect.Identifiers.Quote(space)}" : "");
    }

    /// <inheritdoc/>
    protected override void ViewOptions(CreateView node, SqlCompiler sql) => sql.Write(With(node.Options.Of<PostgreSqlViewOptions>()?.With ?? []));

    /// <inheritdoc/>
    protected override void KeyKind(TableConstraint node, SqlCompiler sql)
        => sql.Write(node is UniqueConstraint ? Nulls(node.Options.Of<PostgreSqlConstraintOptions>()?.NullsNotDistinct) is { Length: > 0 } nulls ? nulls[1..] + " " : "" : "");

    /// <inheritdoc/>
    protected override void AfterKey(TableConstraint node, SqlCompiler sql) => Include(node.Table, node.Options.Of<PostgreSqlConstraintOptions>()?.Include, sql);

    /// <inheritdoc/>
    protected override void Deferrability(TableConstraint node, SqlCompiler sql)
    {
        base.Deferrability(node, sql);
        sql.Write(node is CheckConstraint or ForeignKeyConstraint && node.Options.Of<PostgreSqlConstraintOptions>() is { NotValid: true } ? " NOT VALID" : "");
    }

    /// <summary>EXCLUDE, whose expressions stand as they are.</summary>
    internal void WriteExclude(ExcludeConstraint node, SqlCompiler sql)
    {
        ConstraintName(node, sql);
        sql.Write($"EXCLUDE USING {Words("USING", node.Using).ToLowerInvariant()} (");
        sql.WriteItems(node.Items.Select(i => (Action<SqlCompiler>)(s => _ = (i.Item.Expression is { } e ? s.Render(e) : s.WriteColumnNames(node.Table, [i.Item.ColumnName!])).Write(Class(node.Ops, i.Item) + " WITH " + i.Operator))), ", ");
        sql.Write(")");
        if (node.Where is { } where)
        {
            sql.Write(" WHERE (").RenderQualified(where).Write(")");
        }

        Deferrability(node, sql);
    }

    /// <inheritdoc/>
    protected override void BeforeIndexName(TableIndex index, SqlCompiler sql) => sql.Write(index.Options.Of<PostgreSqlIndexOptions>() is { Concurrently: true } ? "CONCURRENTLY " : "");

    /// <inheritdoc/>
    protected override void BeforeIndexItems(TableIndex index, SqlCompiler sql)
        => sql.Write(index.Options.Of<PostgreSqlIndexOptions>()?.Using is { } method ? $" USING {Words("USING", method).ToLowerInvariant()}" : "");

    /// <summary>An expression stands in parentheses of its own, unless it is a function.</summary>
    protected override void IndexItem(TableIndex index, IndexItem item, SqlCompiler sql)
    {
        var element = item.Expression is Label label ? label.Element : item.Expression;
        var inParentheses = element is BinaryExpression or UnaryExpression or BooleanClauseList or Between or InExpression or LikeExpression or Case;
        sql.Write(inParentheses ? "(" : "");
        base.IndexItem(index, item, sql);
        sql.Write(inParentheses ? ")" : "").Write(Class(index.Options.Of<PostgreSqlIndexOptions>()?.Ops, item));
    }

    /// <inheritdoc/>
    protected override void AfterIndexItems(TableIndex index, SqlCompiler sql)
    {
        if (index.Options.Of<PostgreSqlIndexOptions>() is not { } options)
        {
            return;
        }

        Include(index.Table, options.Include, sql).Write(Nulls(options.NullsNotDistinct)).Write(With(options.With)).Write(options.Tablespace is { } space ? $" TABLESPACE {Dialect.Identifiers.Quote(space)}" : "");
        IndexCondition(options.Where, sql);
    }

    /// <inheritdoc/>
    protected override void VisitCreateType(CreateType node, SqlCompiler sql)
    {
        switch (node.Type)
        {
            case EnumerationType { Name: { } name } type:
                sql.Write("CREATE TYPE ").WriteSchema(type.Schema).WriteName(name).Write(" AS ENUM (").Write(string.Join(", ", type.Values.Select(v => Dialect.Literals.Render(v, SqlTypes.Text)))).Write(")");
                break;
            case DomainType type:
                Domain(type, sql);
                break;
            default:
                throw Unnamed(node.Type);
        }
    }

    /// <inheritdoc/>
    protected override void VisitDropType(DropType node, SqlCompiler sql)
    {
        var (word, schema, name) = node.Type switch { EnumerationType { Name: { } n } type => ("TYPE", type.Schema, n), DomainType type => ("DOMAIN", type.Schema, type.Name), _ => throw Unnamed(node.Type) };
        IfExists(sql.Write($"DROP {word} "), node.IfExists, word).WriteSchema(schema).WriteName(name);
    }

    /// <inheritdoc/>
    protected override void SequenceType(Sequence sequence, SqlCompiler sql)
    {
        if (sequence.DataType is { } type)
        {
            sql.Write(" AS ").WriteType(type);
        }
    }

    /// <inheritdoc/>
    protected override void VisitConstraintComment(TableConstraint constraint, string? comment, SqlCompiler sql)
        => sql.Write("COMMENT ON CONSTRAINT ").Write(NameToDrop(constraint, sql)).Write(" ON ").WriteTable(constraint.Table).Write(" IS ").Write(CommentText(comment));

    private void Domain(DomainType type, SqlCompiler sql)
    {
        sql.Write("CREATE DOMAIN ").WriteSchema(type.Schema).WriteName(type.Name).Write(" AS ").WriteType(type.DataType);
        sql.Write(type.Collation is { } collation ? $" COLLATE {Dialect.Identifiers.QuoteCollation(collation, type.CollationSchema)}" : "");
        _ = type.Default is { } value ? sql.Write(" DEFAULT ").Render(value) : sql;
        sql.Write(type.ConstraintName is { } name ? $" CONSTRAINT {NameOf(name, isMadeUp: false)}" : "").Write(type.NotNull ? " NOT NULL" : "");
        _ = type.Check is { } check ? sql.Write(" CHECK (").Render(check).Write(")") : sql;
    }

    private static string Class(IReadOnlyDictionary<string, string>? classes, IndexItem item) => item.Key is { } key && classes?.GetValueOrDefault(key) is { } name ? " " + name : "";

    private static SqlCompiler Include(Table table, IReadOnlyList<string>? columns, SqlCompiler sql) => columns is null or [] ? sql : sql.Write(" INCLUDE (").WriteColumnNames(table, columns).Write(")");

    private static string Nulls(bool? notDistinct) => notDistinct switch { null => "", true => " NULLS NOT DISTINCT", false => " NULLS DISTINCT" };

    private static string With(IReadOnlyList<(string Name, object? Value)> options) => options.Count == 0 ? "" : $" WITH ({string.Join(", ", options.Select(o => o.Value switch
    {
        null => o.Name,
        bool flag => $"{o.Name} = {(flag ? "true" : "false")}",
        var value => string.Create(CultureInfo.InvariantCulture, $"{o.Name} = {value}"),
    }))})";

    private CompileException Unnamed(SqlType type) => new($"CREATE TYPE of {type.GetType().Name}", Dialect.Name, "it takes an EnumerationType with a name, or a DomainType.");
}
