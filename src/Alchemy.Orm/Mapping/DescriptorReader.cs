using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Alchemy.Internals;

/// <summary>Reads what a type says about itself: conventions first, then attributes, then configuration.</summary>
internal static class DescriptorReader
{
    public static TableAttribute? TableAttributeOf(Type type) => type.GetCustomAttribute<TableAttribute>();

    /// <summary>The types themselves and every type that their navigations lead to.</summary>
    public static IReadOnlySet<Type> Reachable(IReadOnlyDictionary<Type, EntityConfiguration> configurations)
    {
        var found = new HashSet<Type>(configurations.Keys);
        var queue = new Queue<Type>(found);
        while (queue.TryDequeue(out var type))
        {
            var said = configurations.GetValueOrDefault(type);
            foreach (var target in Members(type).Where(m => said?.IsColumn(m.Name) != true).Select(m => TargetType(MemberStorage.MemberType(m))))
            {
                if (target is not null && found.Add(target))
                {
                    queue.Enqueue(target);
                }
            }
        }

        return found;
    }

    public static EntityDescriptor Read(Type type, EntityConfiguration configuration, IReadOnlySet<Type> mapped)
    {
        var members = Members(type).Where(m => !configuration.Ignored.Contains(m.Name)).ToList();
        var keys = KeyNames(type, members, configuration);
        var table = TableAttributeOf(type);
        var scalars = members.Where(m => configuration.IsColumn(m.Name) || TargetType(MemberStorage.MemberType(m)) is null).Select(m => Scalar(type, m, keys, configuration)).OfType<ScalarDescriptor>().ToList();
        if (keys.FirstOrDefault(k => scalars.TrueForAll(s => s.Member.Name != k)) is { } missing)
        {
            throw new MappingException(type, missing, "the key names a member that is not a column.");
        }

        return new EntityDescriptor
        {
            ClrType = type,
            TableName = configuration.Table?.Name ?? configuration.TableName ?? table?.Name ?? configuration.Naming(type.Name),
            Schema = configuration.Schema ?? table?.Schema,
            Table = configuration.Table,
            Scalars = [.. scalars.OrderBy(s => s.IsKey ? keys.IndexOf(s.Member.Name) : int.MaxValue)],
            Navigations = [.. members.Select(m => Navigation(m, configuration, mapped)).OfType<NavigationDescriptor>()],
            SchemaItems = configuration.SchemaItems,
        };
    }

    private static IEnumerable<PropertyInfo> Members(Type type)
        => type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(p => p.GetIndexParameters().Length == 0 && p.GetMethod is not null && p.GetCustomAttribute<NotMappedAttribute>() is null)
            .OrderBy(p => Depth(p.DeclaringType!)).ThenBy(p => p.MetadataToken)
            .Select(p => p.DeclaringType == type ? p : p.DeclaringType!.GetProperty(p.Name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly) ?? p);

    private static int Depth(Type type) => type.BaseType is null ? 0 : Depth(type.BaseType) + 1;

    // The entity type that a member leads to, or null for a value.
    private static Type? TargetType(Type member)
    {
        var element = ElementType(member) ?? member;
        return element.IsClass && element != typeof(object) && SqlTypes.TryOf(member) is null && SqlTypes.TryOf(element) is null && !element.IsArray && element.Namespace?.StartsWith("System", StringComparison.Ordinal) != true
            ? element
            : null;
    }

    private static Type? ElementType(Type type)
        => type == typeof(string) || type.IsArray ? null : type.GetInterfaces().Append(type)
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private static List<string> KeyNames(Type type, List<PropertyInfo> members, EntityConfiguration configuration)
    {
        if (configuration.Key.Count > 0)
        {
            return configuration.Key;
        }

        var marked = members.Where(m => m.GetCustomAttribute<KeyAttribute>() is not null).OrderBy(m => m.GetCustomAttribute<ColumnAttribute>()?.Order ?? 0).Select(m => m.Name).ToList();
        if (marked.Count > 0)
        {
            return marked;
        }

        if (configuration.Table is { PrimaryKey.Count: > 0 } table)
        {
            return [.. table.PrimaryKey.Select(c => members.First(m => ColumnName(m, configuration) == c.Name).Name)];
        }

        var byName = members.FirstOrDefault(m => m.Name.Equals("Id", StringComparison.OrdinalIgnoreCase)) ?? members.FirstOrDefault(m => m.Name.Equals(type.Name + "Id", StringComparison.OrdinalIgnoreCase));
        return byName is null ? throw new MappingException(type, null, $"it has no key: name a property Id or {type.Name}Id, mark one with [Key], or call Key(e => ...).") : [byName.Name];
    }

    private static string ColumnName(PropertyInfo member, EntityConfiguration configuration)
        => configuration.Properties.GetValueOrDefault(member.Name)?.ColumnName ?? member.GetCustomAttribute<ColumnAttribute>()?.Name ?? configuration.Naming(member.Name);

    private static ScalarDescriptor? Scalar(Type type, PropertyInfo member, List<string> keys, EntityConfiguration configuration)
    {
        var said = configuration.Properties.GetValueOrDefault(member.Name);
        if (!member.CanWrite && said is null)
        {
            return null;
        }

        var isKey = keys.Contains(member.Name);
        var generated = member.GetCustomAttribute<DatabaseGeneratedAttribute>()?.DatabaseGeneratedOption;
        var sqlType = said?.Type ?? TypeOf(type, member);
        return new ScalarDescriptor(
            member, ColumnName(member, configuration), sqlType, said?.IsNullable ?? (!isKey && IsNullable(member)), isKey,
            said?.AutoIncrement ?? (generated is null ? null : generated == DatabaseGeneratedOption.Identity), said?.ServerDefault);
    }

    private static SqlType TypeOf(Type type, PropertyInfo member)
    {
        var length = member.GetCustomAttribute<MaxLengthAttribute>()?.Length ?? member.GetCustomAttribute<StringLengthAttribute>()?.MaximumLength;
        return SqlTypes.TryOf(member.PropertyType) switch
        {
            TextType when length is > 0 => SqlTypes.String(length),
            BinaryType when length is > 0 => SqlTypes.Binary(length),
            { } known => known,
            null => throw new MappingException(type, member.Name, $"no column type is known for {member.PropertyType.Name}: give one with Property(e => e.{member.Name}).Type(...), or leave the member out with [NotMapped]."),
        };
    }

    private static bool IsNullable(PropertyInfo member)
        => member.GetCustomAttribute<RequiredAttribute>() is null && (member.PropertyType.IsValueType
            ? Nullable.GetUnderlyingType(member.PropertyType) is not null
            : new NullabilityInfoContext().Create(member).ReadState is not NullabilityState.NotNull);

    private static NavigationDescriptor? Navigation(PropertyInfo member, EntityConfiguration configuration, IReadOnlySet<Type> mapped)
    {
        if (configuration.IsColumn(member.Name) || TargetType(member.PropertyType) is not { } target || !mapped.Contains(target))
        {
            return null;
        }

        var said = configuration.Navigations.GetValueOrDefault(member.Name);
        var keys = said?.ForeignKeys is { Count: > 0 } named ? named
            : member.GetCustomAttribute<ForeignKeyAttribute>()?.Name.Split(',', StringSplitOptions.TrimEntries).ToList() ?? MarkedKeys(member);
        return new NavigationDescriptor(
            member, target, ElementType(member.PropertyType) is not null, keys, said?.InverseName ?? member.GetCustomAttribute<InversePropertyAttribute>()?.Property, said?.DeleteOrphans ?? false);
    }

    // [ForeignKey("Customer")] may also stand on the key and name the navigation.
    private static List<string> MarkedKeys(PropertyInfo navigation)
        => [.. navigation.DeclaringType!.GetProperties().Where(p => p.GetCustomAttribute<ForeignKeyAttribute>()?.Name == navigation.Name && SqlTypes.TryOf(p.PropertyType) is not null).Select(p => p.Name)];
}
