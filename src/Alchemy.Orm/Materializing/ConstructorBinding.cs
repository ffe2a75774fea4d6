using System.Reflection;

namespace Alchemy.Internals;

/// <summary>Finds the constructor that makes an object of a row: one without parameters, or the one whose parameters are named after the most columns.</summary>
internal static class ConstructorBinding
{
    public static (ConstructorInfo Constructor, IReadOnlyList<ScalarAttribute> Parameters) Find(Mapper mapper, IReadOnlyList<ScalarAttribute> members)
    {
        var constructors = mapper.ClrType.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        if (mapper.ClrType.IsAbstract)
        {
            throw new MappingException(mapper.ClrType, null, "the class is abstract: map a class that can be created.");
        }

        if (Array.Find(constructors, c => c.GetParameters().Length == 0) is { } simple)
        {
            return (simple, []);
        }

        var usable = constructors.Select(c => (Constructor: c, Parameters: c.GetParameters().Select(p => Match(p, members)).ToList()))
            .Where(c => c.Parameters.TrueForAll(p => p is not null)).OrderByDescending(c => c.Parameters.Count).FirstOrDefault();
        return usable.Constructor is null
            ? throw new MappingException(mapper.ClrType, null, "it has no constructor without parameters and none whose parameters are all named after columns' members: add one, private is enough.")
            : (usable.Constructor, usable.Parameters.OfType<ScalarAttribute>().ToList());
    }

    private static ScalarAttribute? Match(ParameterInfo parameter, IReadOnlyList<ScalarAttribute> members)
        => members.FirstOrDefault(m => string.Equals(m.Name, parameter.Name, StringComparison.OrdinalIgnoreCase) && m.Type == parameter.ParameterType);
}
