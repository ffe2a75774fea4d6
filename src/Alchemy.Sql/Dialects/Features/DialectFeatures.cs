namespace Alchemy;

/// <summary>The named choices in which one database's SQL differs from another's. Read by the compiler, the tests and the documentation alike.</summary>
/// <remarks>The defaults are what standard SQL says. A dialect changes what its database, at the server's version, says differently.</remarks>
public sealed partial record DialectFeatures
{
    /// <summary>How a parameter is marked in the text.</summary>
    public ParameterStyle ParameterStyle { get; init; } = ParameterStyle.Colon;

    /// <summary>Whether a parameter's type stands beside its mark.</summary>
    public ParameterCast ParameterCast { get; init; } = ParameterCast.None;

    /// <summary>How LIMIT and OFFSET are written.</summary>
    public Paging Paging { get; init; } = Paging.LimitOffset;

    /// <summary>How rows changed by INSERT, UPDATE and DELETE are returned.</summary>
    public Returning Returning { get; init; } = Returning.Clause;

    /// <summary>How the key that the database generated for one inserted row is learnt.</summary>
    public GeneratedKey GeneratedKey { get; init; } = GeneratedKey.Returning;

    /// <summary>How many new rows are written at once.</summary>
    public BatchInsert BatchInsert { get; init; } = BatchInsert.Values;

    /// <summary>How text is joined.</summary>
    public Concat Concat { get; init; } = Concat.Pipes;

    /// <summary>How a remainder is written.</summary>
    public Modulo Modulo { get; init; } = Modulo.Percent;

    /// <summary>How a row without any given value is inserted.</summary>
    public EmptyInsert EmptyInsert { get; init; } = EmptyInsert.DefaultValues;

    /// <summary>How true and false are written.</summary>
    public BooleanLiteral BooleanLiteral { get; init; } = BooleanLiteral.Keyword;

    /// <summary>Whether a condition is a value, and a value of type boolean a condition.</summary>
    public BooleanValue BooleanValue { get; init; } = BooleanValue.Condition;

    /// <summary>How two values are compared so that NULL equals NULL.</summary>
    public NullSafeEquality NullSafeEquality { get; init; } = NullSafeEquality.IsDistinctFrom;

    /// <summary>How FETCH is written where LIMIT is there too.</summary>
    public FetchForm Fetch { get; init; } = FetchForm.Fetch;

    /// <summary>Whether FETCH may return rows that are nearly the first: <c>FETCH APPROX</c>.</summary>
    public Support ApproximateFetch { get; init; } = Support.No;

    /// <summary>How a SELECT locks its rows.</summary>
    public RowLock RowLock { get; init; } = RowLock.Update;

    /// <summary>Whether <c>FOR UPDATE OF</c> is there.</summary>
    public Support LockOf { get; init; } = Support.Yes;

    /// <summary>Whether a lock takes NOWAIT and SKIP LOCKED.</summary>
    public Support LockWait { get; init; } = Support.Yes;

    /// <summary>How a SELECT knows a table of a schema. An option: change it by <c>With</c>.</summary>
    public SchemaTables SchemaTables { get; init; } = SchemaTables.ByName;

    /// <summary>Where a hint at a table stands in a SELECT.</summary>
    public TableHints TableHints { get; init; } = TableHints.Ignored;

    /// <summary>Whether <c>DISTINCT ON (columns)</c> is there.</summary>
    public Support DistinctOn { get; init; } = Support.No;

    /// <summary>Whether <c>TABLESAMPLE</c> is there.</summary>
    public Support TableSample { get; init; } = Support.Yes;

    /// <summary>How a table is made of a SELECT.</summary>
    public TableOfSelectForm TableOfSelect { get; init; } = TableOfSelectForm.CreateTableAs;

    /// <summary>How the DEFAULT of a column is written that is more than a value.</summary>
    public ExpressionDefault ExpressionDefault { get; init; } = ExpressionDefault.Bare;

    /// <summary>Whether a temporary table is made of a SELECT.</summary>
    public Support TemporaryTableAs { get; init; } = Support.Yes;

    /// <summary>How a view takes the place of one that is there.</summary>
    public ReplaceView ReplaceView { get; init; } = ReplaceView.OrReplace;

    /// <summary>Whether a view may be of one connection only.</summary>
    public Support TemporaryViews { get; init; } = Support.Yes;

    /// <summary>Whether views whose rows are kept are there.</summary>
    public MaterializedViews MaterializedViews { get; init; } = MaterializedViews.Anything;

    /// <summary>Whether a view may be asked for only where it is not there yet.</summary>
    public Support ViewIfNotExists { get; init; } = Support.Yes;

    /// <summary>How the next value of a sequence is written.</summary>
    public NextValueForm NextValue { get; init; } = NextValueForm.Shown;

    /// <summary>Whether a column's <see cref="Alchemy.Identity"/> is written; where it is not, a primary key counts in the database's own way.</summary>
    public Support IdentityColumns { get; init; } = Support.Yes;

    /// <summary>Whether a constraint can be added to a table that is there; where not, CREATE TABLE has them all.</summary>
    public Support AlterConstraints { get; init; } = Support.Yes;

    /// <summary>The length that a column of text or bytes without one gets where it is part of a primary key, unique constraint, foreign key or index; null where the database indexes such columns as they are.</summary>
    public int? KeyLength { get; init; }

    /// <summary>Whether comments on tables and columns are there.</summary>
    public CommentForm Comments { get; init; } = CommentForm.Statement;

    /// <summary>Whether comments on constraints are there.</summary>
    public Support ConstraintComments { get; init; } = Support.No;

    /// <summary>Whether <c>QUALIFY</c> is there.</summary>
    public Support Qualify { get; init; } = Support.No;

    /// <summary>Whether ORDER BY names a label of the SELECT list; else it repeats the expression.</summary>
    public Support OrderByLabel { get; init; } = Support.Yes;

    /// <summary>Whether GROUP BY takes a label of the SELECT list by its name; else it repeats the expression.</summary>
    public Support GroupByLabel { get; init; } = Support.Yes;

    /// <summary>How joins are written.</summary>
    public JoinForm Joins { get; init; } = JoinForm.Ansi;

    /// <summary>Whether a SELECT whose rows are limited tells the optimizer how many: <c>/*+ FIRST_ROWS(n) */</c>, where rows are numbered to do it. None of the databases does so by itself.</summary>
    public Support FirstRowsHint { get; init; } = Support.No;

    /// <summary>Where NULL stands in an ORDER BY that does not say.</summary>
    public NullsSort NullsSort { get; init; } = NullsSort.Largest;

    /// <summary>Whether ORDER BY takes NULLS FIRST and NULLS LAST.</summary>
    public Support NullsOrder { get; init; } = Support.Yes;

    /// <summary>What a CAST to a whole number does with a fraction.</summary>
    public IntegerCast IntegerCast { get; init; } = IntegerCast.Truncates;

    /// <summary>What stands between a FROM and its alias.</summary>
    public AliasKeyword AliasKeyword { get; init; } = AliasKeyword.As;

    /// <summary>What a SELECT without tables selects from.</summary>
    public EmptyFrom EmptyFrom { get; init; } = EmptyFrom.None;

    /// <summary>How a subquery in FROM sees the FROMs before it.</summary>
    public Lateral Lateral { get; init; } = Lateral.Keyword;

    /// <summary>Whether a subquery in FROM may use columns of the statements around the one that it stands in.</summary>
    public Support OuterInFrom { get; init; } = Support.Yes;

    /// <summary>Where VALUES stands as a table.</summary>
    public TableValues TableValues { get; init; } = TableValues.Anywhere;

    /// <summary>Whether a definition may be asked for only where it is not there yet.</summary>
    public Existence IfNotExists { get; init; } = Existence.Everything;

    /// <summary>Whether a DROP may pass over what is not there.</summary>
    public Existence IfExists { get; init; } = Existence.Everything;

    /// <summary>Whether an index may be of expressions.</summary>
    public Support ExpressionIndexes { get; init; } = Support.Yes;

    /// <summary>Whether a schema is created and dropped by a statement of its own.</summary>
    public Support Schemas { get; init; } = Support.Yes;

    /// <summary>Whether a DROP of a constraint or schema takes what depends on it along: <c>CASCADE</c>.</summary>
    public Support DropCascade { get; init; } = Support.Yes;

    /// <summary>Whether an ALTER TABLE may pass over a table that is not there.</summary>
    public Support AlterIfExists { get; init; } = Support.Yes;

    /// <summary>Whether a SELECT may have no columns.</summary>
    public Support EmptySelect { get; init; } = Support.Yes;

    /// <summary>Whether a SELECT inside of another has common table expressions of its own in front of it.</summary>
    public Support NestedCte { get; init; } = Support.Yes;

    /// <summary>Whether a common table expression may be an INSERT, UPDATE or DELETE.</summary>
    public Support ChangingCte { get; init; } = Support.Yes;

    /// <summary>Whether a DELETE or UPDATE changes the rows of a common table expression.</summary>
    public Support ChangedCte { get; init; } = Support.No;

    /// <summary>The word after WITH where a common table expression uses itself.</summary>
    public RecursiveCte RecursiveCte { get; init; } = RecursiveCte.Keyword;

    /// <summary>The word for the rows of the first SELECT that the second does not return.</summary>
    public ExceptKeyword ExceptKeyword { get; init; } = ExceptKeyword.Except;

    /// <summary>How a row that is there already is updated, or left, by an INSERT.</summary>
    public Upsert Upsert { get; init; } = Upsert.OnConflict;

    /// <summary>Whether one INSERT takes many rows of values.</summary>
    public ManyRows ManyRows { get; init; } = ManyRows.Values;

    /// <summary>What a MERGE can say.</summary>
    public MergeForm Merge { get; init; } = MergeForm.BySource;

    /// <summary>Whether DEFAULT is a value of INSERT and UPDATE.</summary>
    public Support DefaultKeyword { get; init; } = Support.Yes;

    /// <summary>Where the common table expressions of an INSERT from a SELECT stand.</summary>
    public InsertCte InsertCte { get; init; } = InsertCte.BeforeInsert;

    /// <summary>What several columns are set to at once.</summary>
    public RowAssignment RowAssignment { get; init; } = RowAssignment.Values;

    /// <summary>Whether WITH stands in front of UPDATE, DELETE and MERGE.</summary>
    public Support DmlCte { get; init; } = Support.Yes;

    /// <summary>Whether an INSERT of the rows of a SELECT returns them.</summary>
    public Support ReturningOfSelect { get; init; } = Support.Yes;

    /// <summary>Whether UPDATE and DELETE of one table take ORDER BY and LIMIT.</summary>
    public Support DmlLimit { get; init; } = Support.No;

    /// <summary>Whether <c>ON CONFLICT ON CONSTRAINT name</c> is there.</summary>
    public Support ConflictConstraint { get; init; } = Support.Yes;

    /// <summary>What the condition of an index in ON CONFLICT may hold.</summary>
    public IndexCondition IndexCondition { get; init; } = IndexCondition.Parameters;

    /// <summary>Whether several ON CONFLICT may follow one another.</summary>
    public Support ManyConflicts { get; init; } = Support.Yes;

    /// <summary>How an UPDATE reads other tables.</summary>
    public UpdateFrom UpdateFrom { get; init; } = UpdateFrom.From;

    /// <summary>How a DELETE reads other tables.</summary>
    public DeleteFrom DeleteFrom { get; init; } = DeleteFrom.Using;

    /// <summary>Whether aggregates take a condition, <c>FILTER (WHERE …)</c>; else count, sum, min, max and avg are taken over a CASE.</summary>
    public Support AggregateFilter { get; init; } = Support.Yes;

    /// <summary>The most parameters one statement may have.</summary>
    public int MaxParameters { get; init; } = 32766;

    /// <summary>The longest name that a statement makes up for a label, alias or parameter; null for <see cref="MaxIdentifierLength"/>.</summary>
    public int? LabelLength { get; init; }

    /// <summary>The longest identifier, in characters.</summary>
    public int MaxIdentifierLength { get; init; } = 9999;

    /// <summary>What <see cref="MaxIdentifierLength"/> counts.</summary>
    public NameUnit NameUnit { get; init; } = NameUnit.Characters;

    /// <summary>How long a name is, in what the database counts.</summary>
    internal int LengthOf(string name) => NameUnit is NameUnit.Characters ? name.Length : System.Text.Encoding.UTF8.GetByteCount(name);

    /// <summary>The beginning of a name that is no longer than a length in what the database counts; no character is cut in two.</summary>
    internal string Cut(string name, int length)
    {
        var kept = Math.Min(name.Length, length);
        while (kept > 0 && (LengthOf(name[..kept]) > length || kept < name.Length && char.IsLowSurrogate(name[kept])))
        {
            kept--;
        }

        return name[..kept];
    }

    /// <summary>The error for a name that is longer than the database takes.</summary>
    internal CompileException TooLong(string name, string dialect, string? statementSoFar = null)
        => new($"The name '{name}' of {LengthOf(name)} {NameUnit.ToString().ToLowerInvariant()}", dialect, $"the database takes {MaxIdentifierLength}: choose a shorter one.", statementSoFar);
}
