namespace Alchemy;

public sealed partial class Select
{
    /// <summary>The same statement with other columns.</summary>
    public Select WithColumns(params ColumnElement[] columns) => new([.. columns.Select(c => c.Node)])
    {
        From = From, WhereClauses = WhereClauses, GroupByClauses = GroupByClauses, HavingClauses = HavingClauses, OrderByClauses = OrderByClauses,
        LimitClause = LimitClause, OffsetClause = OffsetClause, IsDistinct = IsDistinct, Correlated = Correlated,
    };

    /// <summary>Adds a FROM. A FROM that the columns need comes by itself.</summary>
    public Select SelectFrom(FromClause from) => new(this) { From = [.. From, from] };

    /// <summary>The same statement over these FROMs instead of the named ones.</summary>
    public Select WithFrom(params FromClause[] from) => new(this) { From = from };

    /// <summary>Adds a condition; all conditions must hold.</summary>
    public Select Where(ColumnElement condition) => new(this) { WhereClauses = ConditionList.And(WhereClauses, condition) };

    /// <summary>Adds expressions to GROUP BY.</summary>
    public Select GroupBy(params ColumnElement[] columns) => new(this) { GroupByClauses = [.. GroupByClauses, .. columns.Select(c => c.Node)] };

    /// <summary>Adds a condition on groups; all conditions must hold.</summary>
    public Select Having(ColumnElement condition) => new(this) { HavingClauses = ConditionList.And(HavingClauses, condition) };

    /// <summary>Adds to ORDER BY, after what is there.</summary>
    public Select OrderBy(params ColumnElement[] columns) => new(this) { OrderByClauses = [.. OrderByClauses, .. columns.Select(c => c.Node)] };

    /// <summary>The same statement without ORDER BY.</summary>
    public Select WithoutOrderBy() => new(this) { OrderByClauses = [] };

    /// <summary>The most rows to return; replaces an earlier limit.</summary>
    public Select Limit(int rows) => Limit(new BindParameter("param", SqlTypes.Integer, rows, hasValue: true, unique: true));

    /// <summary>The most rows to return; replaces an earlier limit.</summary>
    public Select Limit(ColumnElement? rows) => new(this) { LimitClause = rows?.Node };

    /// <summary>The rows to leave out before the first; replaces an earlier offset.</summary>
    public Select Offset(int rows) => Offset(new BindParameter("param", SqlTypes.Integer, rows, hasValue: true, unique: true));

    /// <summary>The rows to leave out before the first; replaces an earlier offset.</summary>
    public Select Offset(ColumnElement? rows) => new(this) { OffsetClause = rows?.Node };

    /// <summary>Each different row once: <c>SELECT DISTINCT</c>.</summary>
    public Select Distinct() => new(this) { IsDistinct = true };

    /// <summary>Takes these FROMs from the enclosing SELECT instead of listing them here. Without it, FROMs of the enclosing SELECT are found by themselves.</summary>
    public Select Correlate(params FromClause[] froms) => new(this) { Correlated = [.. Correlated ?? [], .. froms] };
}
