using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Alchemy.Linq;

namespace Alchemy.Internals;

/// <summary>One walk over the raw tree: its structure as ops and references (the key), its captured objects and literals as roots (the values).</summary>
internal sealed partial class Fingerprinter
{
    /// <summary>Deeper trees are refused: the passes at a miss are recursive, re-linq's too, and need a bounded stack.</summary>
    public const int DepthLimit = 20_000;

    private const int KeptCapacity = 1 << 14;
    private const ulong Seed = 14695981039346656037UL;
    private const ulong Multiplier = 0x9E3779B97F4A7C15UL;

    [ThreadStatic]
    private static Fingerprinter? cached;

    private int[] ops = new int[256];
    private object[] references = new object[256];
    private object?[] roots = new object?[32];
    private object?[] captures = new object?[8];
    private ParameterExpression?[] parameters = new ParameterExpression?[16];
    private int opCount, referenceCount, rootCount, captureCount, parameterCount, parameterPeak, depth;
    private Func<MemberInfo, bool>? isServerSide;

    public ulong Hash { get; private set; }

    /// <summary>The tree holds a node nobody can describe: it is planned each time it runs.</summary>
    public bool Uncacheable { get; private set; }

    public int PeakDepth { get; private set; }

    public Func<MemberInfo, bool>? IsServerSide => isServerSide;

    public ReadOnlySpan<int> Ops => ops.AsSpan(0, opCount);

    public ReadOnlySpan<object> References => references.AsSpan(0, referenceCount);

    /// <summary>The captured objects and literals in walking order.</summary>
    public ReadOnlySpan<object?> Roots => roots.AsSpan(0, rootCount);

    /// <summary>The buffer behind <see cref="Roots"/>, for readers that take an array. Valid until <see cref="Return"/>.</summary>
    public object?[] RootBuffer => roots;

    /// <summary>What each candidate place of a captured query held: the query, the lambda, or null. Read once, here.</summary>
    public ReadOnlySpan<object?> Captures => captures.AsSpan(0, captureCount);

    /// <summary>Takes this thread's instance, or a new one when a query runs while another is being walked.</summary>
    public static Fingerprinter Rent(Func<MemberInfo, bool>? isServerSide)
    {
        var f = cached ?? new Fingerprinter();
        cached = null;
        f.Hash = Seed;
        f.isServerSide = isServerSide;
        return f;
    }

    /// <summary>Forgets everything that was seen and gives the instance back.</summary>
    public void Return()
    {
        var keep = ops.Length <= KeptCapacity && roots.Length <= KeptCapacity;
        Array.Clear(roots, 0, rootCount);
        Array.Clear(references, 0, referenceCount);
        Array.Clear(captures, 0, captureCount);
        Array.Clear(parameters, 0, parameterPeak);
        opCount = referenceCount = rootCount = captureCount = parameterCount = parameterPeak = depth = PeakDepth = 0;
        Uncacheable = false;
        isServerSide = null;
        cached = keep ? this : null;
    }

    /// <summary>Walks a whole query; false when this thread's stack is too small for it.</summary>
    /// <exception cref="LinqTranslationException">The tree is malformed, too deep, or a captured query could not be read.</exception>
    public bool TryWalk(Expression query)
    {
        try
        {
            Visit(query);
            return true;
        }
        catch (InsufficientExecutionStackException)
        {
            return false;
        }
    }

    public TreeKey ToKey() => new(Ops.ToArray(), References.ToArray());

    /// <summary>Adds a number to the structure.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Op(int op)
    {
        if (opCount == ops.Length)
        {
            Array.Resize(ref ops, opCount * 2);
        }

        ops[opCount++] = op;
        Hash = (Hash ^ (uint)op) * Multiplier;
    }

    /// <summary>Adds a metadata object, or an identity with value equality, to the structure. The key keeps it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Reference(object reference)
    {
        if (referenceCount == references.Length)
        {
            Array.Resize(ref references, referenceCount * 2);
        }

        references[referenceCount++] = reference;
        Hash = ((Hash << 7 | Hash >> 57) ^ (uint)reference.GetHashCode()) * Multiplier;
    }

    /// <summary>The place of an object seen before, so that two uses of one closure become one parameter; -1 for a new one and for plain values.</summary>
    public static int FindShared(ReadOnlySpan<object?> roots, int count, ConstantExpression constant)
    {
        if (constant.Type.IsValueType || constant.Value is string or ValueType)
        {
            return -1;
        }

        for (var i = count - 1; i >= 0; i--)
        {
            if (ReferenceEquals(roots[i], constant.Value))
            {
                return i;
            }
        }

        return -1;
    }

    private void Root(object? value)
    {
        if (rootCount == roots.Length)
        {
            Array.Resize(ref roots, rootCount * 2);
        }

        roots[rootCount++] = value;
    }

    private object? Capture(Expression candidate)
    {
        var value = CapturedValue.Read(candidate);
        if (captureCount == captures.Length)
        {
            Array.Resize(ref captures, captureCount * 2);
        }

        return captures[captureCount++] = value;
    }

    private void Declare(ParameterExpression parameter)
    {
        if (parameterCount == parameters.Length)
        {
            Array.Resize(ref parameters, parameterCount * 2);
        }

        parameters[parameterCount++] = parameter;
        parameterPeak = Math.Max(parameterPeak, parameterCount);
    }
}
