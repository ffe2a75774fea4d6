using System.Collections.Concurrent;

namespace Alchemy;

/// <summary>Renderings of the user's own elements for particular dialects.</summary>
/// <example><code>ExtensionRenderers.Register&lt;Soundex&gt;("sqlserver", (element, sql) => sql.Write("SOUNDEX(").Render(element.Text).Write(")"));</code></example>
public static class ExtensionRenderers
{
    private static readonly ConcurrentDictionary<(Type, string), Action<ClauseElement, SqlCompiler>> Renderers = new();

    /// <summary>Registers how an element of <typeparamref name="TElement"/> is rendered for a dialect; the last registration counts. Register before the first statement is compiled.</summary>
    /// <param name="dialect">The dialect's name, such as <c>postgresql</c>.</param>
    /// <param name="render">Writes the element.</param>
    public static void Register<TElement>(string dialect, Action<TElement, SqlCompiler> render) where TElement : ClauseElement
        => Renderers[(typeof(TElement), dialect)] = (element, compiler) => render((TElement)element, compiler);

    internal static Action<ClauseElement, SqlCompiler>? Find(ClauseElement element, Dialect dialect) => Renderers.GetValueOrDefault((element.GetType(), dialect.Name));
}
