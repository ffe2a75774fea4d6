using System.Text.RegularExpressions;

namespace Alchemy;

/// <summary>What MySQL and MariaDB say differently in definitions.</summary>
/// <param name="dialect">The dialect.</param>
/// <param name="isMariaDb">True for MariaDB.</param>
internal sealed partial class MySqlDdlCompiler(Dialect dialect, bool isMariaDb) : DdlCompiler(dialect)
{
    /// <inheritdoc/>
    protected override void ColumnDefinition(Column column, SqlCompiler sql) => ColumnDefinition(column, column.Comment, sql);

    private void ColumnDefinition(Column column, string? comment, SqlCompiler sql)
    {
        NameAndType(column, sql);
        Generated(column, sql);
        // Without NULL, older servers make a TIMESTAMP NOT NULL.
        sql.Write(!column.IsNullable ? " NOT NULL" : column.Type is NativeType { Name: var name } && name.StartsWith("TIMESTAMP", StringComparison.Ordinal) ? " NULL" : "");
        if (comment is not null)
        {
            sql.Write(" COMMENT ").Write(CommentText(comment));
        }

        if (IsCounted(column) || IsCountedForSequence(column))
        {
            sql.Write(" AUTO_INCREMENT");
        }
        else
        {
            Default(column, sql);
        }
    }

    // The key of a sequence, where there are none.
    private bool IsCountedForSequence(Column column)
        => Dialect.Features.NextValue is NextValueForm.None && column.Sequence is not null && column.Table.PrimaryKey is [var key] && ReferenceEquals(key, column);

    /// <inheritdoc/>
    protected override void VisitComputed(Computed computed, SqlCompiler sql)
    {
        if (Dialect is MySqlDialect { HasComputed: false })
        {
            throw new CompileException("A computed column", Dialect.Name, "MySQL has them from 5.7.6 on: compute the value in the SELECT, or in a view.");
        }

        base.VisitComputed(computed, sql);
    }

    /// <summary>An expression stands in parentheses.</summary>
    protected override void Default(Column column, SqlCompiler sql)
    {
        if (DefaultText(column, sql) is { } text)
        {
            text = column.ServerDefaultExpression is not null && Now().IsMatch(text) ? $"CURRENT_TIMESTAMP{Fraction(column)}" : text;
            var bare = Dialect.Features.ExpressionDefault is ExpressionDefault.Bare || StartsQuoted().IsMatch(text) || !HasSigns().IsMatch(text) || OnUpdate().IsMatch(text) || CurrentTime().IsMatch(text);
            sql.Write(" DEFAULT ").Write(bare ? text : $"({text})");
        }
    }

    // The database wants the time with as many digits as the column has.
    private string Fraction(Column column) => Digits().Match(Dialect.Types.Render(column.Type)).Value;

    /// <inheritdoc/>
    protected override void TableOptions(Table table, SqlCompiler sql)
    {
        var given = table.Options.Of<MySqlTableOptions>()?.Values ?? [];
        var all = given.Concat(table.Comment is null ? [] : [(Name: "COMMENT", Value: table.Comment)]).ToList();
        // A character set must come before the collation, and the parts of a partition in this order.
        var plain = all.Where(o => !Partition.Contains(o.Name) && o.Name is not "COLLATE").ToList();
        var collation = all.Where(o => o.Name is "COLLATE").ToList();
        var at = plain.FindLastIndex(o => o.Name.EndsWith("CHARSET", StringComparison.Ordinal) || o.Name.EndsWith("CHARACTER_SET", StringComparison.Ordinal)) + 1;
        plain.InsertRange(Math.Max(at, all.FindIndex(o => o.Name is "COLLATE") is var own && own > at ? Math.Min(own, plain.Count) : at), collation);
        var parts = all.Where(o => Partition.Contains(o.Name)).OrderBy(o => Array.IndexOf(Partition, o.Name));
        sql.Write(string.Join(" ", plain.Select(Option).Concat(parts.Select(o => $"{o.Name.Replace('_', ' ')} {o.Value}"))));
    }

    /// <inheritdoc/>
    protected override void IndexKind(TableIndex index, SqlCompiler sql)
        => sql.Write(index.Options.Of<MySqlIndexOptions>()?.Prefix is { } prefix ? Words("The kind of index", prefix) + " " : "");

    /// <summary>An expression stands in parentheses of its own, and a column may count in part.</summary>
    protected override void IndexItem(TableIndex index, IndexItem item, SqlCompiler sql)
    {
        var inParentheses = item.Expression is BinaryExpression or FunctionCall or UnaryExpression { IsPostfix: false };
        sql.Write(inParentheses ? "(" : "");
        base.IndexItem(index, item, sql);
        sql.Write(inParentheses ? ")" : "");
        if (index.Options.Of<MySqlIndexOptions>() is { } options && (LengthOf(index, item, options.Lengths) ?? options.Length) is { } length)
        {
            sql.Write($"({length})");
        }
    }

    /// <inheritdoc/>
    protected override bool NeedsLength(TableIndex index, IndexItem item)
        => index.Options.Of<MySqlIndexOptions>() is not { } options || (options.Prefix is null && options.Length is null && LengthOf(index, item, options.Lengths) is null);

    // A column is known by its name or by its key.
    private static int? LengthOf(TableIndex index, IndexItem item, IReadOnlyDictionary<string, int> lengths)
        => item.Key is { } key && (lengths.TryGetValue(key, out var length) || index.Table.Columns.Find(key) is { Name: var name } && lengths.TryGetValue(name, out length)) ? length : null;

    /// <inheritdoc/>
    protected override void AfterIndexItems(TableIndex index, SqlCompiler sql)
    {
        var options = index.Options.Of<MySqlIndexOptions>();
        sql.Write(options?.WithParser is { } parser ? $" WITH PARSER {Words("WITH PARSER", parser)}" : "").Write(options?.Using is { } method ? $" USING {Dialect.Identifiers.Quote(method)}" : "");
    }

    /// <inheritdoc/>
    protected override void AfterKey(TableConstraint node, SqlCompiler sql)
        => sql.Write(node is PrimaryKeyConstraint && node.Options.Of<MySqlKeyOptions>()?.Using is { } method ? $" USING {Dialect.Identifiers.Quote(method)}" : "");

    /// <inheritdoc/>
    protected override void VisitDropIndex(DropIndex node, SqlCompiler sql)
        => IfExists(sql.Write("DROP INDEX "), node.IfExists, "INDEX").Write(IndexName(node.Index)).Write(" ON ").WriteTable(node.Index.Table);

    /// <inheritdoc/>
    protected override void VisitDropConstraint(DropConstraint node, SqlCompiler sql)
    {
        AlterTable(node, sql).Write(" DROP ");
        if (node.Constraint is PrimaryKeyConstraint)
        {
            sql.Write(node.IfExists ? throw new CompileException("DROP PRIMARY KEY IF EXISTS", Dialect.Name, "the database cannot ask that: look first whether the table has one.") : "PRIMARY KEY");
            return;
        }

        sql.Write(node.Constraint switch { ForeignKeyConstraint => "FOREIGN KEY ", UniqueConstraint => "INDEX ", CheckConstraint when !isMariaDb => "CHECK ", _ => "CONSTRAINT " });
        Cascade(IfExists(sql, node.IfExists, "CONSTRAINT").Write(NameToDrop(node.Constraint, sql)), node.Cascade, "CONSTRAINT");
    }

    /// <summary>The server takes the word, and leaves the actions of the key out for it.</summary>
    protected override void Match(ForeignKeyConstraint node, SqlCompiler sql)
    {
        if (node.Match is not null)
        {
            throw new CompileException("MATCH of a foreign key", Dialect.Name, "the database would ignore ON DELETE and ON UPDATE because of it: leave it out.");
        }
    }

    /// <inheritdoc/>
    protected override string Counting(CountingOptions options) => base.Counting(options).Replace("NO CYCLE", "NOCYCLE", StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override void VisitTableComment(Table table, string? comment, SqlCompiler sql)
        => sql.Write("ALTER TABLE ").WriteTable(table).Write(" COMMENT ").Write(CommentText(comment ?? ""));

    /// <inheritdoc/>
    protected override void VisitColumnComment(Column column, string? comment, SqlCompiler sql)
    {
        sql.Write("ALTER TABLE ").WriteTable(column.Table).Write(" CHANGE ").WriteColumnName(column).Write(" ");
        ColumnDefinition(column, comment, sql);
    }

    private string Option((string Name, string Value) option)
    {
        var value = Texts.Contains(option.Name) ? Dialect.Literals.Render(option.Value, SqlTypes.Text) : option.Value;
        var name = Spaced.Contains(option.Name) ? option.Name.Replace('_', ' ') : option.Name;
        return name + (name is "TABLESPACE" or "DEFAULT CHARACTER SET" or "CHARACTER SET" or "COLLATE" ? " " : "=") + value;
    }

    private static readonly string[] Partition = ["PARTITION_BY", "PARTITIONS", "SUBPARTITION_BY", "SUBPARTITIONS"];

    private static readonly string[] Texts = ["COMMENT", "DATA_DIRECTORY", "INDEX_DIRECTORY", "PASSWORD", "CONNECTION"];

    private static readonly string[] Spaced = ["DATA_DIRECTORY", "INDEX_DIRECTORY", "DEFAULT_CHARACTER_SET", "CHARACTER_SET", "DEFAULT_CHARSET", "DEFAULT_COLLATE"];

    [GeneratedRegex("""^\s*['"(]""")]
    private static partial Regex StartsQuoted();

    [GeneratedRegex(@"\W")]
    private static partial Regex HasSigns();

    [GeneratedRegex(@"^(?:now\(\)|current_timestamp(?:\(\))?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Now();

    [GeneratedRegex(@"(?<=^(?:DATETIME|TIMESTAMP))\(\d+\)$")]
    private static partial Regex Digits();

    [GeneratedRegex(@"ON +UPDATE", RegexOptions.IgnoreCase)]
    private static partial Regex OnUpdate();

    [GeneratedRegex(@"^(?:now|current_timestamp)\(\d+\)", RegexOptions.IgnoreCase)]
    private static partial Regex CurrentTime();
}
