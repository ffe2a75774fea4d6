namespace Alchemy;

public partial class SqlCompiler
{
    /// <summary>Renders what a limit puts before the SELECT list, such as <c>TOP n</c>; nothing by default.</summary>
    protected virtual void WriteTop(ColumnElement? limit, ColumnElement? offset)
    {
    }

    /// <summary>Renders LIMIT and OFFSET.</summary>
    protected virtual void WritePaging(ColumnElement? limit, ColumnElement? offset)
    {
        switch (Features.Paging)
        {
            case Paging.LimitOffset or Paging.LimitBeforeOffset:
                WriteLimitOffset(limit, offset);
                break;
            case Paging.LimitComma when limit is not null || offset is not null:
                Write(" LIMIT ");
                WriteLimitComma(limit, offset);
                break;
            case Paging.OffsetFetch or Paging.TopOrOffsetFetch:
                WriteOffsetFetch(limit, offset);
                break;
            case Paging.LimitComma:
                break;
            case Paging.TopOrRowNumber or Paging.RowNumber when limit is not null || offset is not null:
                throw Unsupported("LIMIT and OFFSET", "this server version has neither: number the rows with a window function in a subquery.");
        }
    }

    private void WriteLimitOffset(ColumnElement? limit, ColumnElement? offset)
    {
        if (limit is not null)
        {
            Write(" LIMIT ").Render(limit);
        }
        else if (offset is not null && Features.Paging is Paging.LimitBeforeOffset)
        {
            Write(" LIMIT -1");
        }

        if (offset is not null)
        {
            Write(" OFFSET ").Render(offset);
        }
    }

    // The manual names this number for "all rows".
    private void WriteLimitComma(ColumnElement? limit, ColumnElement? offset)
    {
        if (offset is not null)
        {
            Render(offset).Write(", ");
        }

        _ = limit is null ? Write("18446744073709551615") : Render(limit);
    }

    private void WriteOffsetFetch(ColumnElement? limit, ColumnElement? offset)
    {
        if (offset is not null)
        {
            Write(" OFFSET ").Render(offset).Write(" ROWS");
        }

        if (limit is not null)
        {
            Write(" FETCH FIRST ").Render(limit).Write(" ROWS ONLY");
        }
    }
}
