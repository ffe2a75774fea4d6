using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace Alchemy.Internals;

/// <summary>Stands for a captured object or literal of the raw tree, by its number in the walk. It holds no value, so a plan cannot keep one.</summary>
internal sealed class RootExpression(int index, Type type) : Expression
{
    /// <summary>Printed for a compiler-generated closure, and dropped by <see cref="ExpressionText"/>: the user wrote no name there.</summary>
    public const string Closure = "\u00a7";

    public int Index => index;

    public override Type Type => type;

    public override ExpressionType NodeType => ExpressionType.Extension;

    public override bool CanReduce => false;

    public override string ToString() =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), false) ? Closure : type.Name;

    protected override Expression VisitChildren(ExpressionVisitor visitor) => this;
}
