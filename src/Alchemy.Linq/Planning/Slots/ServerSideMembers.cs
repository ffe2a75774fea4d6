using System.Reflection;

namespace Alchemy.Internals;

/// <summary>Members that mean something else in the database than in this process: they are never read here, even when nothing in them depends on a row.</summary>
internal static class ServerSideMembers
{
    public static bool Contains(MemberInfo member, Func<MemberInfo, bool>? isServerSide)
    {
        var type = member.DeclaringType;
        return (type == typeof(Guid) && member.Name is nameof(Guid.NewGuid) or nameof(Guid.CreateVersion7))
            || typeof(Random).IsAssignableFrom(type)
            || type?.FullName == "Alchemy.Sql"
            || isServerSide?.Invoke(member) == true;
    }
}
