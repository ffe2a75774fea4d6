using System.Reflection;

namespace Alchemy.Internals;

/// <summary>What conventions, attributes and configuration together say about one type, before any table or accessor exists. Needs no other type's descriptor.</summary>
internal sealed class EntityDescriptor
{
    public required Type ClrType { get; init; }

    public required string TableName { get; init; }

    public string? Schema { get; init; }

    /// <summary>The existing table it is mapped to, or null to make one.</summary>
    public Table? Table { get; init; }

    public required IReadOnlyList<ScalarDescriptor> Scalars { get; init; }

    public required IReadOnlyList<NavigationDescriptor> Navigations { get; init; }

    public IReadOnlyList<ISchemaItem> SchemaItems { get; init; } = [];

    public IEnumerable<ScalarDescriptor> Key => Scalars.Where(s => s.IsKey);

    public ScalarDescriptor? Scalar(string memberName) => Scalars.FirstOrDefault(s => s.Member.Name == memberName);
}

/// <summary>A member that is a column.</summary>
internal sealed record ScalarDescriptor(MemberInfo Member, string ColumnName, SqlType Type, bool IsNullable, bool IsKey, bool? AutoIncrement, string? ServerDefault);

/// <summary>A member that leads to other entities.</summary>
/// <param name="Member">The member.</param>
/// <param name="Target">The entity type it leads to.</param>
/// <param name="IsCollection">Whether it is a collection.</param>
/// <param name="ForeignKeys">The member names of the foreign key, when said; on the side that holds it.</param>
/// <param name="InverseName">The name of the navigation at the other end, when said.</param>
/// <param name="DeleteOrphans">Whether children that lose their parent are deleted.</param>
internal sealed record NavigationDescriptor(MemberInfo Member, Type Target, bool IsCollection, IReadOnlyList<string> ForeignKeys, string? InverseName, bool DeleteOrphans);
