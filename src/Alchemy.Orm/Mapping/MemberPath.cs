using System.Linq.Expressions;
using System.Reflection;

namespace Alchemy.Internals;

/// <summary>Reads the members that a configuration lambda names.</summary>
internal static class MemberPath
{
    /// <summary>The one member of <c>e => e.Name</c>.</summary>
    public static MemberInfo Single(LambdaExpression lambda)
        => Unwrap(lambda.Body) is MemberExpression { Expression: ParameterExpression } member
            ? member.Member
            : throw new ArgumentException($"'{lambda}' does not name a member: write it as e => e.Name.", nameof(lambda));

    /// <summary>The members of <c>e => e.Name</c> or <c>e => new { e.A, e.B }</c>.</summary>
    public static IReadOnlyList<string> Names(LambdaExpression lambda) => Unwrap(lambda.Body) switch
    {
        MemberExpression { Expression: ParameterExpression } member => [member.Member.Name],
        NewExpression created => [.. created.Arguments.Select(a => ((MemberExpression)Unwrap(a)).Member.Name)],
        _ => throw new ArgumentException($"'{lambda}' does not name members: write it as e => e.Name or e => new {{ e.A, e.B }}.", nameof(lambda)),
    };

    private static Expression Unwrap(Expression body) => body is System.Linq.Expressions.UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : body;
}
