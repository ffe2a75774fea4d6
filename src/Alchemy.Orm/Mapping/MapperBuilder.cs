namespace Alchemy.Internals;

/// <summary>Makes a mapper of a descriptor: its table, its attributes, and later its relationships.</summary>
internal static class MapperBuilder
{
    public static Mapper Build(Model model, EntityDescriptor descriptor)
    {
        var references = descriptor.Navigations.Where(n => !n.IsCollection).ToDictionary(n => n, n => RelationshipReader.ForeignKeyOf(model, descriptor, n));
        var shadows = Shadows(model, descriptor, references);
        var table = descriptor.Table ?? MakeTable(model, descriptor, references, shadows);
        return new Mapper(model, descriptor, table, Attributes(model, descriptor, table, shadows), mapper => Relationships(model, mapper));
    }

    // Foreign keys that the class has no member for: their values are kept beside the object.
    private static List<(string Name, SqlType Type, Type ClrType, bool IsNullable)> Shadows(
        Model model, EntityDescriptor descriptor, Dictionary<NavigationDescriptor, IReadOnlyList<string>> references)
    {
        var shadows = new List<(string, SqlType, Type, bool)>();
        foreach (var (reference, names) in references)
        {
            var key = model.Descriptor(reference.Target).Key.ToList();
            for (var i = 0; i < names.Count; i++)
            {
                var isNullable = new System.Reflection.NullabilityInfoContext().Create((System.Reflection.PropertyInfo)reference.Member).ReadState is not System.Reflection.NullabilityState.NotNull;
                if (descriptor.Scalar(names[i]) is null && !shadows.Exists(s => s.Item1 == names[i]))
                {
                    var clr = key[i].Type.ClrType;
                    shadows.Add((names[i], key[i].Type, clr.IsValueType ? typeof(Nullable<>).MakeGenericType(clr) : clr, isNullable));
                }
            }
        }

        return shadows;
    }

    private static Table MakeTable(
        Model model, EntityDescriptor descriptor, Dictionary<NavigationDescriptor, IReadOnlyList<string>> references, List<(string Name, SqlType Type, Type ClrType, bool IsNullable)> shadows)
    {
        var items = new List<ISchemaItem>();
        items.AddRange(descriptor.Scalars.Select(s => new Column(s.ColumnName, s.Type, s.IsNullable, s.IsKey, s.AutoIncrement, s.ServerDefault)));
        items.AddRange(shadows.Select(s => new Column(model.Naming(s.Name), s.Type, s.IsNullable)));
        foreach (var (reference, names) in references)
        {
            var target = model.Descriptor(reference.Target);
            var fullName = target.Schema is null ? target.TableName : $"{target.Schema}.{target.TableName}";
            items.Add(new ForeignKeyConstraint([.. names.Select(n => descriptor.Scalar(n)?.ColumnName ?? model.Naming(n))], fullName, [.. target.Key.Select(k => k.ColumnName)]));
        }

        return new Table(descriptor.TableName, model.OwnMetaData, descriptor.Schema, [.. items, .. descriptor.SchemaItems]);
    }

    private static List<EntityAttribute> Attributes(Model model, EntityDescriptor descriptor, Table table, List<(string Name, SqlType Type, Type ClrType, bool IsNullable)> shadows)
    {
        var attributes = new List<EntityAttribute>();
        foreach (var scalar in descriptor.Scalars)
        {
            var storage = new MemberStorage(scalar.Member);
            attributes.Add(new ScalarAttribute(scalar.Member.Name, attributes.Count, storage, table.Column(scalar.ColumnName), ValueComparison.For(storage.Type)));
        }

        for (var i = 0; i < shadows.Count; i++)
        {
            attributes.Add(new ScalarAttribute(shadows[i].Name, attributes.Count, new ShadowStorage(i, shadows[i].ClrType), table.Column(descriptor.Table is null ? model.Naming(shadows[i].Name) : shadows[i].Name), ValueComparison.For(shadows[i].ClrType)));
        }

        foreach (var navigation in descriptor.Navigations)
        {
            attributes.Add(Navigation(descriptor, navigation, attributes.Count));
        }

        return attributes;
    }

    private static NavigationAttribute Navigation(EntityDescriptor descriptor, NavigationDescriptor navigation, int index)
    {
        var storage = new MemberStorage(navigation.Member);
        if (!navigation.IsCollection)
        {
            return storage.IsWritable
                ? new ReferenceAttribute(navigation.Member.Name, index, storage)
                : throw new MappingException(descriptor.ClrType, navigation.Member.Name, "a reference needs a setter (private is enough).");
        }

        var adapter = CollectionAdapter.For(storage, navigation.Target)
            ?? throw new MappingException(descriptor.ClrType, navigation.Member.Name, $"a collection navigation is an ICollection<{navigation.Target.Name}>, IList, List, ISet or HashSet.");
        return new CollectionAttribute(navigation.Member.Name, index, storage, adapter);
    }

    private static IReadOnlyList<Relationship> Relationships(Model model, Mapper mapper)
        => [.. mapper.Descriptor.Navigations.Select(n => n.IsCollection ? OneToMany(model, mapper, n) : ManyToOne(model, mapper, n))];

    private static Relationship ManyToOne(Model model, Mapper mapper, NavigationDescriptor navigation)
    {
        var target = model.Mapper(navigation.Target);
        var local = RelationshipReader.ForeignKeyOf(model, mapper.Descriptor, navigation).Select(name => ColumnOf(mapper, name)).ToList();
        return Make(mapper, navigation, target, RelationshipDirection.ManyToOne, local, target.Table.PrimaryKey, model);
    }

    private static Relationship OneToMany(Model model, Mapper mapper, NavigationDescriptor navigation)
    {
        var target = model.Mapper(navigation.Target);
        var remote = RelationshipReader.ForeignKeyOfCollection(model, mapper.Descriptor, navigation).Select(name => ColumnOf(target, name)).ToList();
        return Make(mapper, navigation, target, RelationshipDirection.OneToMany, mapper.Table.PrimaryKey, remote, model);
    }

    private static Relationship Make(
        Mapper owner, NavigationDescriptor navigation, Mapper target, RelationshipDirection direction, IReadOnlyList<Column> local, IReadOnlyList<Column> remote, Model model)
    {
        var attribute = (NavigationAttribute)owner.Attribute(navigation.Member.Name)!;
        return new Relationship(owner, attribute, target, direction, local, remote, navigation.DeleteOrphans)
        {
            InverseName = InverseName(model, owner.Descriptor, navigation),
        };
    }

    private static string? InverseName(Model model, EntityDescriptor owner, NavigationDescriptor navigation)
        => navigation.IsCollection
            ? RelationshipReader.InverseOf(model, owner, navigation)?.Member.Name
            : model.Descriptor(navigation.Target).Navigations.FirstOrDefault(n => n.IsCollection && n.Target == owner.ClrType
                && RelationshipReader.InverseOf(model, model.Descriptor(navigation.Target), n)?.Member.Name == navigation.Member.Name)?.Member.Name;

    private static Column ColumnOf(Mapper mapper, string member)
        => (mapper.Attribute(member) as ScalarAttribute)?.Column ?? mapper.Table.Columns.Find(member) as Column
            ?? throw new MappingException(mapper.ClrType, member, "the foreign key names a member that is not a column.");
}
