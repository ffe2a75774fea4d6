namespace Alchemy;

/// <summary>One database's SQL: its features, names, types and compilers. Pure: needs no driver, no server and no connection.</summary>
/// <remarks>Immutable and safe to share between threads. A third party's dialect derives from <see cref="StandardDialect"/>.</remarks>
public abstract class Dialect
{
    /// <summary>The dialect's name in lower case, such as <c>postgresql</c>.</summary>
    public abstract string Name { get; }

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

    /// <summary>Renders a statement or expression.</summary>
    /// <exception cref="CompileException">The dialect cannot say it; the message names what.</exception>
    public abstract CompiledSql Compile(ClauseElement statement);

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {ServerVersion}";
}
