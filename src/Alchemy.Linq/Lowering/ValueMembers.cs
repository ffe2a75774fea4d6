using System.Linq.Expressions;

namespace Alchemy.Internals;

/// <summary>Members of values: the length of text, the value of a nullable, the clock.</summary>
internal static class ValueMembers
{
    public static ScalarShape? Translate(ScalarShape target, MemberExpression node) => (node.Member.DeclaringType, node.Member.Name) switch
    {
        ({ } type, nameof(string.Length)) when type == typeof(string) => new ScalarShape(Func.Length(target.Element), typeof(int)),
        ({ IsGenericType: true } type, "Value") when type.GetGenericTypeDefinition() == typeof(Nullable<>) => new ScalarShape(target.Element, node.Type),
        _ => null,
    };

    /// <summary>A static member, or null when the database does not know it.</summary>
    public static ScalarShape? Static(MemberExpression node) => (node.Member.DeclaringType, node.Member.Name) switch
    {
        ({ } type, nameof(string.Empty)) when type == typeof(string) => new ScalarShape(new LiteralValue("", SqlTypes.Text), typeof(string)),
        _ => null,
    };
}
