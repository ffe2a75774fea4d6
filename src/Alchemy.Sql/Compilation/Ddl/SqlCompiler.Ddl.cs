using Alchemy.Internals;

namespace Alchemy;

public partial class SqlCompiler
{
    /// <inheritdoc/>
    protected internal override void VisitDdl(DdlStatement node)
    {
        var (ddl, bare) = (_context.InDdl, _context.BareColumns);
        (_context.InDdl, _context.BareColumns) = (true, true);
        RenderExtension(node, node.WriteTo);
        (_context.InDdl, _context.BareColumns) = (ddl, bare);
    }

    /// <inheritdoc/>
    protected internal override void VisitNextValue(NextValue node) => _ = Features.NextValue switch
    {
        NextValueForm.None => throw Unsupported($"The sequence '{node.Sequence.Name}'", "the database has none: use a column that it counts by itself (autoIncrement, Identity)."),
        NextValueForm.Shown => Write("<next sequence value: ").WriteSequence(node.Sequence).Write(">"),
        NextValueForm.NextValueFor => Write("NEXT VALUE FOR ").WriteSequence(node.Sequence),
        NextValueForm.Attribute => WriteSequence(node.Sequence).Write(".nextval"),
        NextValueForm.Function => Write("nextval(").WriteSequence(node.Sequence).Write(")"),
        NextValueForm.FunctionOfText => Write("nextval(").WriteQuotedSequence(node.Sequence).Write(")"),
    };

    /// <summary>Writes a table's name with its schema.</summary>
    public SqlCompiler WriteTable(Table table)
    {
        _writer.Write(new SchemaSegment(table.Schema) { Quote = table.QuoteSchema });
        return WriteTableName(table);
    }

    /// <summary>Writes a table's name without its schema.</summary>
    public SqlCompiler WriteTableName(Table table) => WriteName(new QuotedName(table.Name, table.Quote));

    /// <summary>Writes a column's name without its table.</summary>
    public SqlCompiler WriteColumnName(Column column) => WriteName(new QuotedName(column.Name, column.Quote));

    /// <summary>Writes the names of a table's columns, which are given by their keys, with commas between.</summary>
    public SqlCompiler WriteColumnNames(Table table, IEnumerable<string> keys) => Write(string.Join(", ", keys.Select(k => Dialect.Identifiers.Quote(table.NameOf(k)))));

    /// <summary>Renders a part of a definition in which columns have the names of their tables before them.</summary>
    public SqlCompiler RenderQualified(ClauseElement node)
    {
        var bare = _context.BareColumns;
        _context.BareColumns = false;
        Render(node);
        _context.BareColumns = bare;
        return this;
    }

    /// <summary>Writes a schema and a point; nothing when there is none.</summary>
    public SqlCompiler WriteSchema(string? schema)
    {
        _writer.Write(new SchemaSegment(schema));
        return this;
    }

    /// <summary>Writes a sequence's name with its schema.</summary>
    public SqlCompiler WriteSequence(Sequence sequence) => WriteSchema(sequence.Schema).WriteName(sequence.Name);

    /// <summary>Writes a value into the text, escaped by the dialect.</summary>
    public SqlCompiler WriteLiteral(object? value, SqlType? type = null) => Write(Dialect.Literals.Render(value, type ?? (value is null ? SqlTypes.Null : SqlTypes.Of(value.GetType()))));

    /// <summary>Writes a type. The schema of a type that has a name is one that a <see cref="SchemaMap"/> may replace.</summary>
    public SqlCompiler WriteType(SqlType type)
    {
        if (Dialect.Types.SchemaOf(type) is { } schema)
        {
            return WriteSchema(schema).Write(Dialect.Types.RenderWithoutSchema(type));
        }

        return Write(Dialect.Types.Render(type));
    }

    /// <summary>Writes items with a separator between them; an item that writes nothing is left out.</summary>
    public SqlCompiler WriteItems(IEnumerable<Action<SqlCompiler>> items, string separator)
    {
        var outer = _writer;
        var isFirst = true;
        foreach (var item in items)
        {
            _writer = new SqlWriter();
            item(this);
            if (!_writer.IsEmpty)
            {
                outer.Write(isFirst ? "" : separator);
                outer.Write(_writer);
                isFirst = false;
            }
        }

        _writer = outer;
        return this;
    }

    /// <summary>The text of an expression in a definition.</summary>
    internal string TextOf(ColumnElement expression)
    {
        var outer = _writer;
        _writer = new SqlWriter();
        Render(expression);
        var text = _writer.SoFar();
        _writer = outer;
        return text;
    }

    /// <summary>Renders a whole statement with its values in the text; its schemas remain for a <see cref="SchemaMap"/> to replace.</summary>
    /// <exception cref="MissingValueException">A value is given at execution only.</exception>
    internal SqlCompiler RenderWithValues(ClauseElement statement)
    {
        foreach (var segment in SqlFiller.WithLiterals(Dialect.Compile(statement)))
        {
            if (segment is TextSegment text)
            {
                Write(text.Text);
            }
            else
            {
                _writer.Write(segment);
            }
        }

        return this;
    }

    /// <summary>Writes names with commas between.</summary>
    public SqlCompiler WriteNames(IEnumerable<string> names) => Write(string.Join(", ", names.Select(Dialect.Identifiers.Quote)));

    /// <summary>The error for what the dialect cannot define.</summary>
    internal CompileException NotDefined(string feature, string instead) => Unsupported(feature, instead);

    // In quotes twice: as a name, and as text.
    private SqlCompiler WriteQuotedSequence(Sequence sequence)
    {
        var name = Dialect.Literals.Render(Dialect.Identifiers.Quote(sequence.Name), SqlTypes.Text);
        Write("'");
        _writer.Write(new SchemaSegment(sequence.Schema) { IsInText = true });
        return Write(name[1..]);
    }

    private void WriteInDdl(BindParameter node)
    {
        if (!node.HasValue)
        {
            throw Unsupported($"Parameter '{node.Key}' in a definition", "it has no value, and the database takes no parameters there: give it one.");
        }

        Write(node.IsExpanding
            ? string.Join(", ", ((System.Collections.IEnumerable)node.Value!).Cast<object?>().Select(v => Dialect.Literals.Render(v, node.Type)))
            : Dialect.Literals.Render(node.Value, node.Type));
    }
}
