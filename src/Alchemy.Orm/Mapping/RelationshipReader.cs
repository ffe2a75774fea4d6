namespace Alchemy.Internals;

/// <summary>Finds the foreign key of a navigation, from descriptors alone.</summary>
internal static class RelationshipReader
{
    /// <summary>The foreign key of a reference: member names of its own type that exist, or names of shadow columns to be made.</summary>
    public static IReadOnlyList<string> ForeignKeyOf(Model model, EntityDescriptor owner, NavigationDescriptor reference)
    {
        var targetKey = model.Descriptor(reference.Target).Key.ToList();
        if (reference.ForeignKeys.Count > 0)
        {
            return reference.ForeignKeys.Count == targetKey.Count
                ? reference.ForeignKeys
                : throw new MappingException(owner.ClrType, reference.Member.Name, $"its foreign key has {reference.ForeignKeys.Count} members, the key of {reference.Target.Name} has {targetKey.Count}.");
        }

        var fromCollection = model.Descriptor(reference.Target).Navigations
            .FirstOrDefault(n => n.IsCollection && n.Target == owner.ClrType && n.ForeignKeys.Count > 0 && (n.InverseName is null || n.InverseName == reference.Member.Name));
        return fromCollection?.ForeignKeys ?? [.. targetKey.Select(k => Conventional(owner, reference, k))];
    }

    /// <summary>The reference at the other end of a collection, or null.</summary>
    public static NavigationDescriptor? InverseOf(Model model, EntityDescriptor owner, NavigationDescriptor collection)
    {
        var candidates = model.Descriptor(collection.Target).Navigations.Where(n => !n.IsCollection && n.Target == owner.ClrType).ToList();
        if (collection.InverseName is { } named)
        {
            return candidates.FirstOrDefault(n => n.Member.Name == named)
                ?? throw new MappingException(owner.ClrType, collection.Member.Name, $"{collection.Target.Name} has no reference '{named}' to {owner.ClrType.Name}.");
        }

        var pointing = candidates.Where(n => n.InverseName == collection.Member.Name).ToList();
        candidates = pointing.Count > 0 ? pointing : [.. candidates.Where(n => n.InverseName is null)];
        if (collection.ForeignKeys.Count > 0)
        {
            candidates = [.. candidates.Where(n => ForeignKeyOf(model, model.Descriptor(collection.Target), n).SequenceEqual(collection.ForeignKeys))];
        }

        return candidates.Count <= 1 ? candidates.FirstOrDefault() : throw new MappingException(
            owner.ClrType, collection.Member.Name,
            $"{collection.Target.Name} has several references to {owner.ClrType.Name} ({string.Join(", ", candidates.Select(c => c.Member.Name))}): say which with [InverseProperty].");
    }

    /// <summary>The foreign key that a collection's target holds.</summary>
    public static IReadOnlyList<string> ForeignKeyOfCollection(Model model, EntityDescriptor owner, NavigationDescriptor collection)
    {
        var target = model.Descriptor(collection.Target);
        if (InverseOf(model, owner, collection) is { } inverse)
        {
            return ForeignKeyOf(model, target, inverse);
        }

        if (collection.ForeignKeys.Count > 0)
        {
            return collection.ForeignKeys;
        }

        var names = owner.Key.Select(k => target.Scalar(owner.ClrType.Name + k.Member.Name)?.Member.Name ?? target.Scalar(k.Member.Name)?.Member.Name).ToList();
        return names.TrueForAll(n => n is not null) && names.Count > 0 && names.All(n => !target.Scalar(n!)!.IsKey || target.Key.Count() > 1)
            ? [.. names.OfType<string>()]
            : throw new MappingException(owner.ClrType, collection.Member.Name, $"{collection.Target.Name} has no foreign key to {owner.ClrType.Name}: add a property {owner.ClrType.Name}Id or a reference, or say it with ForeignKey(...). Many-to-many is not supported yet.");
    }

    // Order.Customer -> CustomerId; or CustomerCode for a key called Code; or the key's own name when it names its type, as in AlbumId.
    private static string Conventional(EntityDescriptor owner, NavigationDescriptor reference, ScalarDescriptor key)
    {
        var (navigation, name) = (reference.Member.Name, key.Member.Name);
        var namesItsType = name.StartsWith(reference.Target.Name, StringComparison.Ordinal) && owner.ClrType != reference.Target;
        string[] candidates = namesItsType ? [navigation + name, navigation + "Id", name] : [navigation + name, navigation + "Id"];
        return Array.Find(candidates, c => owner.Scalar(c) is not null) ?? navigation + name;
    }
}
