namespace Alchemy;

public partial class SqlCompiler
{
    private Select? _pagedSource;
    private Select? _paged;

    /// <summary>Renders what a limit puts before the SELECT list, such as <c> TOP n</c>; nothing by default.</summary>
    protected virtual void WriteTop(RowLimit rows)
    {
    }

    /// <summary>The SELECT that is rendered in place of one whose rows are limited, where the database numbers rows to do it; the same SELECT by default.</summary>
    protected virtual Select WithNumberedRows(Select node) => node;

    /// <summary>Renders LIMIT and OFFSET, or OFFSET and FETCH.</summary>
    /// <param name="rows">Which rows are returned.</param>
    /// <param name="isOrdered">Whether an ORDER BY stands before it.</param>
    protected virtual void WritePaging(RowLimit rows, bool isOrdered)
    {
        if (rows.IsEmpty)
        {
            return;
        }

        switch (Features.Paging)
        {
            case Paging.OffsetFetch or Paging.TopOrOffsetFetch:
                WriteOffsetFetch(rows);
                break;
            case Paging.TopOrRowNumber or Paging.RowNumber:
                throw Unsupported("LIMIT and OFFSET here", "this server version has neither: number the rows with a window function in a subquery.");
            case var _ when rows.Fetch is not null && (Features.Fetch is FetchForm.Fetch or FetchForm.Parenthesized || Features.Fetch is FetchForm.LimitOrTies && rows is { WithTies: true, IsPercent: false }):
                WriteOffsetFetch(rows);
                break;
            case var _ when rows.Fetch is not null && rows.IsSpecial:
                throw Unsupported(rows.IsPercent ? "FETCH … PERCENT" : "FETCH … WITH TIES", "rank the rows with a window function in a subquery, and put a condition on the rank around it.");
            case Paging.LimitComma:
                WriteLimitComma(rows.Most, rows.Offset);
                break;
            default:
                WriteLimitOffset(rows.Most, rows.Offset);
                break;
        }
    }

    private Select Paged(Select node)
    {
        if (Features.Paging is not (Paging.TopOrRowNumber or Paging.RowNumber) || RowLimit.Of(node).IsEmpty)
        {
            return node;
        }

        // Made once: what is in it is told by identity.
        if (!ReferenceEquals(_pagedSource, node))
        {
            (_pagedSource, _paged) = (node, WithNumberedRows(node));
        }

        return _paged!;
    }

    private void WriteLimitOffset(ColumnElement? limit, ColumnElement? offset)
    {
        if (limit is not null)
        {
            Write(" LIMIT ").Render(limit);
        }
        else if (offset is not null)
        {
            Write(Features.Paging switch { Paging.LimitBeforeOffset => " LIMIT -1", Paging.LimitAllOffset => " LIMIT ALL", _ => "" });
        }

        if (offset is not null)
        {
            Write(" OFFSET ").Render(offset);
        }
    }

    // The manual names this number for "all rows".
    private void WriteLimitComma(ColumnElement? limit, ColumnElement? offset)
    {
        Write(" LIMIT ");
        if (offset is not null)
        {
            Render(offset).Write(", ");
        }

        _ = limit is null ? Write("18446744073709551615") : Render(limit);
    }

    /// <summary>Writes <c>OFFSET m ROWS FETCH FIRST n ROWS ONLY</c>.</summary>
    /// <param name="rows">Which rows are returned.</param>
    /// <param name="alwaysOffset">True where FETCH needs an OFFSET before it.</param>
    protected void WriteOffsetFetch(RowLimit rows, bool alwaysOffset = false)
    {
        var (open, close) = Features.Fetch is FetchForm.Parenthesized ? ("(", ")") : ("", "");
        if (rows.Offset is not null)
        {
            Write(" OFFSET " + open).RenderRows(rows.Offset).Write(close + " ROWS");
        }
        else if (alwaysOffset)
        {
            Write(" OFFSET 0 ROWS");
        }

        if (rows.Most is not { } most)
        {
            return;
        }

        if (rows.IsPercent && Features.Fetch is FetchForm.Parenthesized)
        {
            throw Unsupported("FETCH … PERCENT", "rank the rows with percent_rank() in a subquery, and put a condition on the rank around it.");
        }

        Write((rows.IsApproximate ? " FETCH APPROX FIRST " : " FETCH FIRST ") + open).RenderRows(most).Write(close + (rows.IsPercent ? " PERCENT" : "") + (rows.WithTies ? " ROWS WITH TIES" : " ROWS ONLY"));
    }

    /// <summary>Renders a number of rows; a database that takes no parameter there writes the value.</summary>
    protected virtual SqlCompiler RenderRows(ColumnElement rows) => Render(rows);
}
