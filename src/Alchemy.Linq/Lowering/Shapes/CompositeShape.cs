using System.Linq.Expressions;
using System.Reflection;

namespace Alchemy.Internals;

/// <summary>An object made of parts: an anonymous type, a tuple, a record or DTO by constructor or initialiser.</summary>
internal sealed class CompositeShape(NewExpression creation, IReadOnlyList<Shape> arguments, IReadOnlyList<(MemberInfo Member, Shape Value)> bindings) : Shape(creation.Type)
{
    public NewExpression Creation => creation;

    public IReadOnlyList<Shape> Arguments => arguments;

    public IReadOnlyList<(MemberInfo Member, Shape Value)> Bindings => bindings;

    public IEnumerable<Shape> Parts => arguments.Concat(bindings.Select(b => b.Value));

    /// <summary>True when there may be no object: an outer join, the first item of nothing.</summary>
    public bool IsOptional { get; private set; }

    /// <summary>A column that is NULL exactly when an optional object is not there; null when no column says so.</summary>
    public ColumnElement? Presence { get; private set; }

    public override IEnumerable<ColumnElement> Columns => Parts.SelectMany(p => p.Columns);

    /// <summary>The part that a member reads, or null when nothing says so.</summary>
    public Shape? Member(MemberInfo member)
    {
        if (bindings.FirstOrDefault(b => b.Member.Name == member.Name).Value is { } bound)
        {
            return bound;
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            if (creation.Members is { } members ? NameOf(members[i]) == member.Name : IsParameterOf(member, i))
            {
                return arguments[i];
            }
        }

        return null;
    }

    public override Shape Over(Func<ColumnElement, ColumnElement> replace, SelectBuilder owner) => With(part => part.Over(replace, owner));

    /// <summary>The same object of other parts, with as many columns.</summary>
    public CompositeShape With(Func<Shape, Shape> replace)
    {
        var made = new CompositeShape(creation, [.. arguments.Select(replace)], [.. bindings.Select(b => (b.Member, replace(b.Value)))]);
        if (IsOptional)
        {
            made.MakeOptional(Presence is null ? -1 : Columns.ToList().IndexOf(Presence));
        }

        return made;
    }

    /// <summary>Says that there may be no object.</summary>
    /// <param name="presence">The index of a column that is not NULL for an object; negative when there is none.</param>
    public void MakeOptional(int presence) => (IsOptional, Presence) = (true, presence < 0 ? null : Columns.ElementAt(presence));

    // A record's parameter has its property's name; a ValueTuple's members are numbered.
    private bool IsParameterOf(MemberInfo member, int index)
        => string.Equals(creation.Constructor?.GetParameters()[index].Name, member.Name, StringComparison.OrdinalIgnoreCase)
            || member.Name == $"Item{index + 1}" && creation.Type.FullName!.StartsWith("System.ValueTuple", StringComparison.Ordinal);

    private static string NameOf(MemberInfo member) => member is MethodInfo ? member.Name.Replace("get_", "", StringComparison.Ordinal) : member.Name;
}
