namespace Alchemy;

/// <summary>One database's SQL: its features, names, types and compilers. Pure: needs no driver, no server and no connection.</summary>
/// <remarks>Immutable and safe to share between threads. A third party's dialect derives from <see cref="StandardDialect"/>.</remarks>
public abstract class Dialect
{
    /// <summary>The dialect's name in lower case, such as <c>postgresql</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The name by which OpenTelemetry's conventions know the database (<c>db.system.name</c>); the dialect's own name by default.</summary>
    public virtual string SystemName => Name;

    /// <summary>The server's version that statements are compiled for.</summary>
    public abstract Version ServerVersion { get; }

    /// <summary>The choices in which this database differs.</summary>
    public abstract DialectFeatures Features { get; }

    /// <summary>Quotes names.</summary>
    public abstract IdentifierPreparer Identifiers { get; }

    /// <summary>Spells types.</summary>
    public abstract TypeCompiler Types { get; }

    /// <summary>What the engine must know about the database.</summary>
    public abstract DialectFacts Facts { get; }

    /// <summary>Writes CREATE and DROP.</summary>
    public abstract DdlCompiler Ddl { get; }

    /// <summary>Writes values into the text.</summary>
    public abstract LiteralRenderer Literals { get; }

    /// <summary>The same dialect, in which every statement goes through a rewriting of the program's own before it is rendered, after those that it has.</summary>
    /// <param name="pass">Gives the statement to render in place of the given one, or the same: what a <see cref="SqlRewriter"/> does, or what looks and refuses.
    /// It must depend on the statement's structure alone: what it gives is kept, and serves every statement that differs in the values of its parameters only.
    /// Values of parameters that it puts in are those of the first time.</param>
    /// <example><code>Dialects.PostgreSql.WithPass(statement => new OnlyLiveRows().Rewrite(statement))</code></example>
    public abstract Dialect WithPass(Func<ClauseElement, ClauseElement> pass);

    /// <summary>Renders a statement or expression.</summary>
    /// <exception cref="CompileException">The dialect cannot say it; the message names what.</exception>
    public abstract CompiledSql Compile(ClauseElement statement);

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {ServerVersion}";
}
