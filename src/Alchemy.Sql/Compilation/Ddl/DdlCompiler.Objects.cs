namespace Alchemy;

public partial class DdlCompiler
{
    /// <summary><c>CREATE SCHEMA name</c></summary>
    protected internal virtual void VisitCreateSchema(CreateSchema node, SqlCompiler sql)
        => IfNotExists(CheckSchemas(sql).Write("CREATE SCHEMA "), node.IfNotExists, "SCHEMA").Write(Dialect.Identifiers.QuoteSchema(node.Name));

    /// <summary><c>DROP SCHEMA name</c></summary>
    protected internal virtual void VisitDropSchema(DropSchema node, SqlCompiler sql)
        => Cascade(IfExists(CheckSchemas(sql).Write("DROP SCHEMA "), node.IfExists, "SCHEMA").Write(Dialect.Identifiers.QuoteSchema(node.Name)), node.Cascade, "SCHEMA");

    /// <summary><c>CREATE SEQUENCE name</c></summary>
    protected internal virtual void VisitCreateSequence(CreateSequence node, SqlCompiler sql)
    {
        CheckSequences(node.Sequence, sql);
        CheckName(node.Sequence.Name);
        var options = Counting(node.Sequence);
        IfNotExists(sql.Write("CREATE SEQUENCE "), node.IfNotExists, "SEQUENCE").WriteSequence(node.Sequence);
        SequenceType(node.Sequence, sql);
        sql.Write(options.Length == 0 ? "" : " " + options);
    }

    /// <summary><c> AS type</c> of a sequence, where the database takes it; nothing in standard SQL.</summary>
    protected virtual void SequenceType(Sequence sequence, SqlCompiler sql)
    {
    }

    /// <summary><c>DROP SEQUENCE name</c></summary>
    protected internal virtual void VisitDropSequence(DropSequence node, SqlCompiler sql)
    {
        CheckSequences(node.Sequence, sql);
        IfExists(sql.Write("DROP SEQUENCE "), node.IfExists, "SEQUENCE").WriteSequence(node.Sequence);
    }

    /// <summary>A type with a name of its own; refused in standard SQL.</summary>
    protected internal virtual void VisitCreateType(CreateType node, SqlCompiler sql) => throw NoTypes(sql);

    /// <summary>A type with a name of its own; refused in standard SQL.</summary>
    protected internal virtual void VisitDropType(DropType node, SqlCompiler sql) => throw NoTypes(sql);

    /// <summary><c>COMMENT ON TABLE table IS '…'</c></summary>
    /// <param name="table">The table.</param>
    /// <param name="comment">The comment; null to take it away.</param>
    /// <param name="sql">Takes the text.</param>
    protected internal virtual void VisitTableComment(Table table, string? comment, SqlCompiler sql)
    {
        CheckComments(sql);
        sql.Write("COMMENT ON TABLE ").WriteTable(table).Write(" IS ").Write(CommentText(comment));
    }

    /// <summary><c>COMMENT ON COLUMN table.column IS '…'</c></summary>
    /// <param name="column">The column.</param>
    /// <param name="comment">The comment; null to take it away.</param>
    /// <param name="sql">Takes the text.</param>
    protected internal virtual void VisitColumnComment(Column column, string? comment, SqlCompiler sql)
    {
        CheckComments(sql);
        sql.Write("COMMENT ON COLUMN ").WriteTable(column.Table).Write(".").WriteColumnName(column).Write(" IS ").Write(CommentText(comment));
    }

    /// <summary>The comment of a constraint; refused in standard SQL.</summary>
    protected internal virtual void VisitConstraintComment(TableConstraint constraint, string? comment, SqlCompiler sql)
        => throw sql.NotDefined("A comment on a constraint", "comment on its table.");

    /// <summary>The comment as a literal.</summary>
    protected virtual string CommentText(string? comment) => Dialect.Literals.Render(comment, SqlTypes.Text);

    /// <summary>Refuses comments where the database has none.</summary>
    protected void CheckComments(SqlCompiler sql)
    {
        if (Dialect.Features.Comments is CommentForm.None)
        {
            throw sql.NotDefined("A comment on a table or column", "the database keeps none: keep it beside the table.");
        }
    }

    private SqlCompiler CheckSchemas(SqlCompiler sql) => Dialect.Features.Schemas is Support.Yes ? sql
        : throw sql.NotDefined("CREATE SCHEMA and DROP SCHEMA", "a schema is what a user owns there: create and drop the user.");

    /// <summary>Writes <c> CASCADE</c>.</summary>
    /// <exception cref="CompileException">The database has it not.</exception>
    protected SqlCompiler Cascade(SqlCompiler sql, bool isAsked, string what) => !isAsked ? sql : Dialect.Features.DropCascade is Support.Yes ? sql.Write(" CASCADE")
        : throw sql.NotDefined($"CASCADE of DROP {what}", "drop what depends on it first.");

    private void CheckSequences(Sequence sequence, SqlCompiler sql)
    {
        if (Dialect.Features.NextValue is NextValueForm.None)
        {
            throw sql.NotDefined($"The sequence '{sequence.Name}'", "the database has none: use a column that it counts by itself (autoIncrement, Identity).");
        }
    }

    private static CompileException NoTypes(SqlCompiler sql) => sql.NotDefined("CREATE TYPE", "the database has no such types: the column says what it may hold (EnumerationType with CreateConstraint).");
}
