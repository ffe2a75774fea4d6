using System.Linq.Expressions;
using System.Reflection;

namespace Alchemy.Internals;

/// <summary>Reads one slot from the roots of a walk.</summary>
internal abstract class SlotReader(Expression term)
{
    public Type Type { get; } = term.Type;

    public string Text { get; } = ExpressionText.Of(term);

    /// <summary>Plain chains of captured members are read by reflection, which needs no compilation; anything else is interpreted.</summary>
    public static SlotReader For(Expression term)
    {
        var reader = ChainReader.TryCreate(term) ?? (SlotReader)new ComputedReader(term);
        return SequenceSnapshot.For(term.Type) is { } snapshot ? new SequenceReader(term, reader, snapshot) : reader;
    }

    public abstract object? Read(object?[] roots);

    public virtual bool ReadsSame(SlotReader other) => false;
}

/// <summary>A literal, or fields and properties followed from a captured object or a static member.</summary>
internal sealed class ChainReader : SlotReader
{
    private readonly int root;
    private readonly MemberInfo[] path;
    private readonly Func<object?, object?>? rebox;

    private ChainReader(Expression term, int root, MemberInfo[] path, Func<object?, object?>? rebox)
        : base(term)
    {
        this.root = root;
        this.path = path;
        this.rebox = rebox;
    }

    public static ChainReader? TryCreate(Expression term)
    {
        if (!ValueConversion.TryPeel(term, out var chain, out var rebox))
        {
            return null;
        }

        var path = new Stack<MemberInfo>();
        var e = chain;
        for (; e is MemberExpression member; e = member.Expression)
        {
            // A nullable is boxed as its value or as null, so reflection has no object to read .Value from.
            if (Nullable.GetUnderlyingType(member.Member.DeclaringType!) is not null)
            {
                return null;
            }

            if (ExecutionClock.Shows(member.Member))
            {
                return null;
            }

            path.Push(member.Member);
        }

        return e is null or RootExpression ? new ChainReader(term, (e as RootExpression)?.Index ?? -1, [.. path], rebox) : null;
    }

    public override object? Read(object?[] roots)
    {
        var value = root < 0 ? null : roots[root];
        for (var i = 0; i < path.Length; i++)
        {
            if (value is null && (i > 0 || root >= 0))
            {
                throw new InvalidOperationException($"'{path[i].Name}' was read on null");
            }

            value = path[i] is FieldInfo field
                ? field.GetValue(value)
                : ((PropertyInfo)path[i]).GetValue(value, BindingFlags.DoNotWrapExceptions, null, null, null);
        }

        return rebox is null ? value : rebox(value);
    }

    public override bool ReadsSame(SlotReader other) =>
        other is ChainReader chain && path.Length > 0 && chain.root == root && chain.Type == Type && chain.path.AsSpan().SequenceEqual(path);
}

/// <summary>Any other closed term. Interpreted: compiling costs more than a hundred executions save.</summary>
internal sealed class ComputedReader(Expression term) : SlotReader(term)
{
    private readonly Func<object?[], object?> compute = Compile(term);

    public override object? Read(object?[] roots) => compute(roots);

    private static Func<object?[], object?> Compile(Expression term)
    {
        var roots = Expression.Parameter(typeof(object?[]), "roots");
        var body = Expression.Convert(new RootSubstitution(roots).Visit(ExecutionClock.In(term)), typeof(object));
        return Expression.Lambda<Func<object?[], object?>>(body, roots).Compile(preferInterpretation: true);
    }

    private sealed class RootSubstitution(ParameterExpression roots) : TreeVisitor
    {
        protected override Expression VisitExtension(Expression node) => node is RootExpression root
            ? Expression.Convert(Expression.ArrayIndex(roots, Expression.Constant(root.Index)), root.Type)
            : base.VisitExtension(node);
    }
}

/// <summary>A sequence that would run again at each enumeration is read once, so that guards and parameters see the same items.</summary>
internal sealed class SequenceReader(Expression term, SlotReader source, Func<object, object> snapshot) : SlotReader(term)
{
    public override object? Read(object?[] roots) => source.Read(roots) is { } value ? snapshot(value) : null;

    public override bool ReadsSame(SlotReader other) => other is SequenceReader sequence && source.ReadsSame(sequence.Source);

    private SlotReader Source => source;
}
