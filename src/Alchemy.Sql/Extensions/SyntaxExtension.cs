namespace Alchemy;

/// <summary>A clause of the user's own, put into a SELECT, INSERT, UPDATE or DELETE with <c>Ext(…)</c>.</summary>
/// <remarks>Describe its parts as <see cref="ExtensionElement"/> does. A rendering for one dialect is registered with <see cref="ExtensionRenderers"/>.</remarks>
/// <example><code>
/// sealed class ForJson : SyntaxExtension
/// {
///     protected override ExtensionPoint Point =&gt; ExtensionPoint.AfterBody;
///     protected override void Describe(PartList parts) { }
///     protected override void Render(SqlCompiler sql) =&gt; sql.Write("FOR JSON AUTO");
/// }
///
/// Sql.Select(users.Name).Ext(new ForJson())     // SELECT users.name FROM users FOR JSON AUTO
/// </code></example>
public abstract class SyntaxExtension : ClauseElement
{
    /// <summary>Where it stands.</summary>
    protected internal abstract ExtensionPoint Point { get; }

    /// <summary>Renders the clause where no renderer is registered for the dialect, without spaces at its ends.</summary>
    protected internal abstract void Render(SqlCompiler compiler);

    /// <summary>What stands at the place when this clause is added; by default it comes after those that are there.</summary>
    /// <param name="existing">The clauses that stand there, in order.</param>
    protected internal virtual IReadOnlyList<SyntaxExtension> Join(IReadOnlyList<SyntaxExtension> existing) => [.. existing, this];

    /// <summary>Those clauses and this one, which takes the place of those of its own type: for <see cref="Join"/> of a clause that a statement has once.</summary>
    protected IReadOnlyList<SyntaxExtension> ReplaceOwnType(IReadOnlyList<SyntaxExtension> existing) => [.. existing.Where(e => e.GetType() != GetType()), this];

    /// <inheritdoc/>
    protected internal sealed override void Accept(SqlVisitor visitor) => visitor.VisitSyntaxExtension(this);

    /// <summary>The clauses of a statement with one more.</summary>
    /// <exception cref="InvalidStatementException">The statement has no such place.</exception>
    internal static IReadOnlyList<SyntaxExtension> Add(IReadOnlyList<SyntaxExtension> existing, SyntaxExtension extension, string statement, params ReadOnlySpan<ExtensionPoint> places)
        => places.Contains(extension.Point)
            ? [.. existing.Where(e => e.Point != extension.Point), .. extension.Join([.. existing.Where(e => e.Point == extension.Point)])]
            : throw new InvalidStatementException($"{extension.GetType().Name} stands at {extension.Point}, which {statement} does not have; it has {string.Join(", ", places.ToArray())}.");
}
