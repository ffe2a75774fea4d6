namespace Alchemy;

/// <summary>What SQL Server says differently in statements.</summary>
internal sealed class SqlServerCompiler(Dialect dialect, ClauseElement statement) : SqlCompiler(dialect, statement)
{
    /// <summary>A limit alone is <c>TOP n</c>, whose number is part of the text.</summary>
    protected override void WriteTop(ColumnElement? limit, ColumnElement? offset)
    {
        if (limit is not null && offset is null)
        {
            Write("TOP ");
            RenderLiteral(limit).Write(" ");
        }
    }

    /// <inheritdoc/>
    protected override void WritePaging(ColumnElement? limit, ColumnElement? offset)
    {
        if (offset is not null)
        {
            base.WritePaging(limit, offset);
        }
    }
}
