using FsCheck;
using FsCheck.Fluent;

namespace Alchemy.Tests;

/// <summary>A tree of numbers from which a statement is built: the same recipe always gives the same statement.</summary>
/// <param name="Kind">Which construct, of those that fit the place.</param>
/// <param name="Number">Which column, value or operator.</param>
/// <param name="Children">The parts.</param>
public sealed record Recipe(int Kind, int Number, IReadOnlyList<Recipe> Children)
{
    /// <summary>Recipes of random statements; a failing one is shrunk by leaving parts out.</summary>
    public static Arbitrary<Recipe> Any() => Arb.From(Of(5), Smaller);

    /// <summary>The child at a position, taken round; a plain one where there are none.</summary>
    public Recipe Child(int index) => Children.Count == 0 ? new Recipe(0, Number + index, []) : Children[index % Children.Count];

    public override string ToString() => Children.Count == 0 ? $"{Kind}:{Number}" : $"{Kind}:{Number}({string.Join(" ", Children)})";

    private static Gen<Recipe> Of(int depth)
        => from kind in Gen.Choose(0, 9999)
           from number in Gen.Choose(0, 99)
           from children in depth == 0 ? Gen.Constant(Array.Empty<Recipe>()) : Gen.Choose(1, 3).SelectMany(count => Of(depth - 1).ArrayOf(count))
           select new Recipe(kind, number, children);

    private static IEnumerable<Recipe> Smaller(Recipe recipe)
    {
        for (var i = 0; i < recipe.Children.Count; i++)
        {
            yield return recipe with { Children = [.. recipe.Children.Where((_, at) => at != i)] };
            foreach (var child in Smaller(recipe.Children[i]))
            {
                yield return recipe with { Children = [.. recipe.Children.Select((c, at) => at == i ? child : c)] };
            }
        }

        if (recipe.Kind != 0)
        {
            yield return recipe with { Kind = 0 };
        }
    }
}
