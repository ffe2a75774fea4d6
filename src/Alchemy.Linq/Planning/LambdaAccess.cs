using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace Alchemy.Internals;

/// <summary>Reads a lambda's parameters. The public property allocates 56 bytes a lambda, so the runtime's own accessors are used where they exist.</summary>
internal static class LambdaAccess
{
    private static readonly bool direct = Probe();

    public static int Count(LambdaExpression lambda) => direct ? ParameterCount(lambda) : lambda.Parameters.Count;

    public static ParameterExpression Parameter(LambdaExpression lambda, int index) =>
        direct ? GetParameter(lambda, index) : lambda.Parameters[index];

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "GetParameter")]
    private static extern ParameterExpression GetParameter(LambdaExpression lambda, int index);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_ParameterCount")]
    private static extern int ParameterCount(LambdaExpression lambda);

    private static bool Probe()
    {
        try
        {
            Expression<Func<int, int>> probe = x => x;
            return ParameterCount(probe) == 1 && ReferenceEquals(GetParameter(probe, 0), probe.Parameters[0]);
        }
        catch (MissingMethodException)
        {
            return false;
        }
    }
}
