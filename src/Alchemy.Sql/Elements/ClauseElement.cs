using System.Diagnostics;
using Alchemy.Internals;

namespace Alchemy;

/// <summary>Root of every node of a SQL statement. Nodes are immutable.</summary>
/// <remarks>A node says what it is made of in three members: <see cref="Accept"/>, <see cref="Describe"/> and <see cref="RewriteChildren"/>.</remarks>
[DebuggerDisplay("{DebugText,nq}")]
public abstract class ClauseElement
{
    /// <summary>Calls the visitor's method for this kind of node.</summary>
    protected internal abstract void Accept(SqlVisitor visitor);

    /// <summary>Lists the node's parts in a fixed order: children, names, numbers, types. Walking, comparing and cache keys all come from it.</summary>
    protected internal abstract void Describe(PartList parts);

    /// <summary>The same node with rewritten children; <c>this</c> when no child changed.</summary>
    protected internal virtual ClauseElement RewriteChildren(SqlRewriter rewriter) => this;

    /// <summary>What a look-up among compiled statements found out about the node; null before the first.</summary>
    internal StatementShape? Shape { get; set; }

    /// <summary>The SQL that the standard dialect with all its features renders.</summary>
    public override string ToString() => ToString(StandardDialect.Enhanced);

    /// <summary>The SQL that a dialect renders, with parameter markers in place of values.</summary>
    /// <exception cref="CompileException">The dialect cannot say it.</exception>
    public string ToString(Dialect dialect) => dialect.Compile(this).Text;

    /// <summary>The SQL that a dialect renders with every value written into it, escaped: to read, not to execute.</summary>
    /// <exception cref="CompileException">The dialect cannot say it, or a value has no literal form.</exception>
    /// <exception cref="MissingValueException">A value is given at execution only.</exception>
    public string ToLiteralString(Dialect? dialect = null) => (dialect ?? StandardDialect.Enhanced).Compile(this).ToLiteralString();

    private string DebugText
    {
        get
        {
            try
            {
                return ToString();
            }
            catch (AlchemyException e)
            {
                return $"{GetType().Name}: {e.Message}";
            }
        }
    }
}
