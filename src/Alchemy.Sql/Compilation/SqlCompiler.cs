using System.Runtime.CompilerServices;
using Alchemy.Internals;

namespace Alchemy;

/// <summary>Renders one statement. The base speaks standard SQL; a dialect overrides the methods of what it says differently.</summary>
/// <remarks>One instance renders one statement: make a new one each time.</remarks>
public partial class SqlCompiler : SqlVisitor
{
    private readonly BindCollector _binds;
    private readonly LabelRegistry _labels;
    private readonly CompileContext _context = new();
    private readonly ClauseElement _statement;
    private ClauseElement _root;
    private SqlWriter _writer = new();
    private IReadOnlyList<ResultColumn>? _columns;

    /// <summary>Creates a compiler for one statement.</summary>
    public SqlCompiler(Dialect dialect, ClauseElement statement)
    {
        (Dialect, _statement, _root) = (dialect, statement, statement);
        var counter = new NameCounter(dialect.Features);
        (_binds, _labels) = (new BindCollector(statement, counter, dialect.Features.ParameterStyle is ParameterStyle.ColonLetter), new LabelRegistry(counter));
    }

    /// <summary>The dialect.</summary>
    public Dialect Dialect { get; }

    /// <summary>The dialect's choices.</summary>
    protected DialectFeatures Features => Dialect.Features;

    /// <summary>Renders the statement.</summary>
    /// <param name="rewritten">What to render in its place, after the dialect's own passes; null for the statement itself. Bind parameters are numbered by the statement as given.</param>
    /// <exception cref="CompileException">The dialect cannot say it.</exception>
    public CompiledSql Compile(ClauseElement? rewritten = null)
    {
        var statement = rewritten ?? _statement;
        _root = statement;
        _context.IsResult = statement is SelectBase or FromClause and not (Join or TableSample);
        if (statement is Subquery { IsLateral: true } lateral)
        {
            // It stands in no FROM that could see its name.
            WriteDerived(lateral);
        }
        else
        {
            _context.InFrom = statement is Join or TableSample;
            Visit(statement is FromClause from and not (Join or TableSample) ? new Select([.. from.Columns]).SelectFrom(from) : statement);
        }

        var text = WithCtes(_writer);
        return new CompiledSql(_statement, Dialect, text.ToSegments(), _binds.Binds, _columns ?? []);
    }

    /// <inheritdoc/>
    public override void Visit(ClauseElement node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (!WriteAsValue(node))
        {
            base.Visit(node);
        }
    }

    /// <summary>Writes text as it is.</summary>
    public SqlCompiler Write(string text)
    {
        _writer.Write(text);
        return this;
    }

    /// <summary>Renders a child.</summary>
    public SqlCompiler Render(ClauseElement node)
    {
        Visit(node);
        return this;
    }

    /// <summary>Renders children with a separator between them.</summary>
    public SqlCompiler Render(IEnumerable<ClauseElement> nodes, string separator = ", ")
    {
        var first = true;
        foreach (var node in nodes)
        {
            Write(first ? "" : separator).Render(node);
            first = false;
        }

        return this;
    }

    /// <summary>Writes a name, quoted when it needs quotes.</summary>
    /// <exception cref="CompileException">The name is longer than the database takes; some databases would cut it off without a word.</exception>
    public SqlCompiler WriteName(string name) => WriteName(new QuotedName(name, null));

    /// <summary>Writes a name, with or without quotes as it says itself.</summary>
    /// <exception cref="CompileException">The name is longer than the database takes.</exception>
    public SqlCompiler WriteName(QuotedName name) => Features.LengthOf(name.Text) <= Features.MaxIdentifierLength
        ? Write(Dialect.Identifiers.Quote(name))
        : throw Features.TooLong(name.Text, Dialect.Name, _writer.SoFar());

    /// <summary>The error for what the dialect cannot say.</summary>
    /// <param name="feature">What it is.</param>
    /// <param name="instead">What to do instead.</param>
    protected CompileException Unsupported(string feature, string instead) => new(feature, Dialect.Name, instead, _writer.SoFar());

    /// <inheritdoc/>
    protected sealed override void VisitChildren(ClauseElement node)
        => throw Unsupported(node.GetType().Name, "the compiler has no rendering for it.");
}
