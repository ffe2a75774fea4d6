namespace Alchemy;

/// <summary>A definition of the user's own; register renderings of it for particular dialects with <see cref="ExtensionRenderers"/>. Values in it are written into the text: no database takes parameters there.</summary>
/// <example><code>public sealed class RefreshView(Table view) : ExtensionDdl
/// {
///     protected override void Render(SqlCompiler compiler) => compiler.Write("REFRESH MATERIALIZED VIEW ").WriteTable(view);
/// }</code></example>
public abstract class ExtensionDdl : DdlStatement
{
    /// <summary>Renders the statement where no renderer is registered for the dialect.</summary>
    protected internal abstract void Render(SqlCompiler compiler);

    private protected sealed override void Write(DdlCompiler ddl, SqlCompiler sql) => Render(sql);
}
