using System.Linq.Expressions;

namespace Alchemy.Internals;

/// <summary>The clock of one execution: however often a query names it, it has one reading, taken in this process when the execution begins.</summary>
internal sealed class ExecutionClock : TreeVisitor
{
    // The values of an execution are read on one thread, without a break.
    [ThreadStatic]
    private static DateTimeOffset? reading;

    private ExecutionClock()
    {
    }

    public static bool Shows(System.Reflection.MemberInfo member)
        => (member.DeclaringType == typeof(DateTime) || member.DeclaringType == typeof(DateTimeOffset)) && member.Name is nameof(DateTime.Now) or nameof(DateTime.UtcNow) or nameof(DateTime.Today);

    /// <summary>Forgets the reading: another execution begins.</summary>
    public static void Begin() => reading = null;

    /// <summary>The term with this clock in place of the system's.</summary>
    public static Expression In(Expression term) => new ExecutionClock().Visit(term);

    protected override Expression VisitMember(MemberExpression node) => !Shows(node.Member) ? base.VisitMember(node)
        : Expression.Call(typeof(ExecutionClock), $"{node.Member.DeclaringType!.Name}{node.Member.Name}", null);

    private static DateTimeOffset Reading => reading ??= DateTimeOffset.UtcNow;

    private static DateTime DateTimeUtcNow() => Reading.UtcDateTime;

    private static DateTime DateTimeNow() => Reading.LocalDateTime;

    private static DateTime DateTimeToday() => Reading.LocalDateTime.Date;

    private static DateTimeOffset DateTimeOffsetUtcNow() => Reading;

    private static DateTimeOffset DateTimeOffsetNow() => Reading.ToLocalTime();
}
