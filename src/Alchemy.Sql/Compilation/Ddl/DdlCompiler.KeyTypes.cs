using Alchemy.Internals;

namespace Alchemy;

public partial class DdlCompiler
{
    /// <summary>The type that a column is written with: that of the column, but with a length where the database has no key of text, or of bytes, without one.</summary>
    protected SqlType WrittenType(Column column)
        => Dialect.Features.KeyLength is { } length && column.Owner is Table table && IsInKey(column, table) ? WithLength(column.Type, length) : column.Type;

    /// <summary>Whether an index needs a column of a length; not so one that takes a part of the column only, or the words in it.</summary>
    protected virtual bool NeedsLength(TableIndex index, IndexItem item) => true;

    private bool IsInKey(Column column, Table table)
        => table.PrimaryKey.Contains(column)
            || table.Constraints.Any(c => c is UniqueConstraint or ForeignKeyConstraint && IsFor(c) && c.ColumnNames.Any(n => IsNamed(column, n)))
            || table.Indexes.Any(i => i.Items.Any(item => IsOf(item, column) && NeedsLength(i, item)));

    private static bool IsNamed(Column column, string keyOrName) => column.Key == keyOrName || column.Name == keyOrName;

    private static bool IsOf(IndexItem item, Column column)
        => item.ColumnName is { } name ? IsNamed(column, name) : item.Expression is { } expression && ColumnFinder.Columns(expression).Contains(column);

    private SqlType WithLength(SqlType type, int length) => type switch
    {
        TextType { Length: null } text => new StringType(length, text.Collation, text.CollationSchema),
        BinaryType { Length: null } => new BinaryType(length),
        UnicodeType unicode => unicode with { Text = WithLength(unicode.Text, length) },
        VariantType variant => WithLength(variant.For(Dialect.Types.DialectNames), length),
        DecoratedType decorator => WithLength(decorator.LoadDialectImpl(Dialect.Types.DialectName), length),
        _ => type,
    };
}
