namespace Alchemy;

/// <summary>What SQL Server says differently in definitions.</summary>
internal sealed class SqlServerDdlCompiler(Dialect dialect) : DdlCompiler(dialect)
{
    /// <inheritdoc/>
    protected override void ColumnDefinition(Column column, SqlCompiler sql)
    {
        var isCounted = column.Identity is not null || (IsCounted(column) || column.AutoIncrement == true) && column.Sequence is null or { Optional: true };
        if (column.Computed is { } computed)
        {
            // A computed column has the type of its expression.
            sql.WriteColumnName(column).Write(" ");
            VisitComputed(computed, sql);
        }
        else
        {
            NameAndType(column, sql);
        }

        sql.Write(!column.IsNullable || column.IsPrimaryKey || isCounted || column.Sequence is not null ? " NOT NULL" : column.Computed is null ? " NULL" : "");
        if (isCounted)
        {
            VisitIdentity(column.Identity ?? new Identity(), sql);
        }
        else
        {
            Default(column, sql);
        }
    }

    /// <inheritdoc/>
    protected override void VisitComputed(Computed computed, SqlCompiler sql) => sql.Write("AS (").Render(computed.Expression).Write(computed.IsPersisted == true ? ") PERSISTED" : ")");

    /// <inheritdoc/>
    protected override void VisitIdentity(Identity identity, SqlCompiler sql)
        => sql.Write(" IDENTITY").Write(identity is { Start: null, Increment: null } ? "" : $"({identity.Start ?? 1},{identity.Increment ?? 1})");

    /// <inheritdoc/>
    protected override void KeyKind(TableConstraint node, SqlCompiler sql) => sql.Write(Clustering(node.Options.Of<SqlServerKeyOptions>()?.Clustered));

    /// <inheritdoc/>
    protected override void IndexKind(TableIndex index, SqlCompiler sql)
        => sql.Write(Clustering(index.Options.Of<SqlServerIndexOptions>()?.Clustered)).Write(index.Options.Of<SqlServerIndexOptions>() is { ColumnStore: true } ? "COLUMNSTORE " : "");

    /// <summary>A column store may be of the whole table.</summary>
    protected override void IndexItems(TableIndex index, SqlCompiler sql)
    {
        if (index.Items.Count > 0)
        {
            base.IndexItems(index, sql);
        }
    }

    /// <inheritdoc/>
    protected override void AfterIndexItems(TableIndex index, SqlCompiler sql)
    {
        if (index.Options.Of<SqlServerIndexOptions>() is { } options)
        {
            _ = options.Include.Count == 0 ? sql : sql.Write(" INCLUDE (").WriteColumnNames(index.Table, options.Include).Write(")");
            IndexCondition(options.Where, sql);
        }
    }

    /// <inheritdoc/>
    protected override void VisitDropIndex(DropIndex node, SqlCompiler sql)
        => IfExists(sql.Write("DROP INDEX "), node.IfExists, "INDEX").Write(IndexName(node.Index)).Write(" ON ").WriteTable(node.Index.Table);

    /// <inheritdoc/>
    protected override void SequenceType(Sequence sequence, SqlCompiler sql)
    {
        if (sequence.DataType is { } type)
        {
            sql.Write(" AS ").WriteType(type);
        }
    }

    /// <inheritdoc/>
    protected override void VisitTableComment(Table table, string? comment, SqlCompiler sql)
        => sql.Write(Property(comment, table) + $", 'table', {Dialect.Identifiers.Quote(table.Name)}");

    /// <inheritdoc/>
    protected override void VisitColumnComment(Column column, string? comment, SqlCompiler sql)
        => sql.Write(Property(comment, column.Table) + $", 'table', {Dialect.Identifiers.Quote(column.Table.Name)}, 'column', {Dialect.Identifiers.Quote(column.Name)}");

    private string Property(string? comment, Table table)
        => (comment is null ? "execute sp_dropextendedproperty 'MS_Description'" : $"execute sp_addextendedproperty 'MS_Description', {CommentText(comment)}") + $", 'schema', {Dialect.Identifiers.QuoteSchema(table.Schema ?? "dbo")}";

    private static string Clustering(bool? clustered) => clustered switch { null => "", true => "CLUSTERED ", false => "NONCLUSTERED " };
}
