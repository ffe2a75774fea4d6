namespace Alchemy;

/// <summary><c>CREATE SCHEMA name</c></summary>
/// <param name="name">The schema.</param>
/// <param name="ifNotExists">True to leave a schema that is there.</param>
public sealed class CreateSchema(string name, bool ifNotExists = false) : DdlStatement
{
    /// <summary>The schema.</summary>
    public string Name { get; } = name;

    /// <summary>True to leave a schema that is there.</summary>
    public bool IfNotExists { get; } = ifNotExists;

    private protected override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitCreateSchema(this, sql);
}

/// <summary><c>DROP SCHEMA name</c></summary>
/// <param name="name">The schema.</param>
/// <param name="cascade">True to drop what is in it too.</param>
/// <param name="ifExists">True to go on when it is not there.</param>
public sealed class DropSchema(string name, bool cascade = false, bool ifExists = false) : DdlStatement
{
    /// <summary>The schema.</summary>
    public string Name { get; } = name;

    /// <summary>True to drop what is in it too.</summary>
    public bool Cascade { get; } = cascade;

    /// <summary>True to go on when it is not there.</summary>
    public bool IfExists { get; } = ifExists;

    private protected override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitDropSchema(this, sql);
}

/// <summary><c>CREATE SEQUENCE name</c></summary>
/// <param name="sequence">The sequence.</param>
/// <param name="ifNotExists">True to leave a sequence that is there.</param>
public sealed class CreateSequence(Sequence sequence, bool ifNotExists = false) : DdlStatement
{
    /// <summary>The sequence.</summary>
    public Sequence Sequence { get; } = sequence;

    /// <summary>True to leave a sequence that is there.</summary>
    public bool IfNotExists { get; } = ifNotExists;

    private protected override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitCreateSequence(this, sql);
}

/// <summary><c>DROP SEQUENCE name</c></summary>
/// <param name="sequence">The sequence.</param>
/// <param name="ifExists">True to go on when it is not there.</param>
public sealed class DropSequence(Sequence sequence, bool ifExists = false) : DdlStatement
{
    /// <summary>The sequence.</summary>
    public Sequence Sequence { get; } = sequence;

    /// <summary>True to go on when it is not there.</summary>
    public bool IfExists { get; } = ifExists;

    private protected override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitDropSequence(this, sql);
}

/// <summary>PostgreSQL: <c>CREATE TYPE name AS ENUM (…)</c>, <c>CREATE DOMAIN name AS …</c></summary>
/// <param name="type">An <see cref="EnumerationType"/> with a name, or a <see cref="DomainType"/>.</param>
public sealed class CreateType(SqlType type) : DdlStatement
{
    /// <summary>The type.</summary>
    public SqlType Type { get; } = type;

    private protected override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitCreateType(this, sql);
}

/// <summary>PostgreSQL: <c>DROP TYPE name</c>, <c>DROP DOMAIN name</c></summary>
/// <param name="type">An <see cref="EnumerationType"/> with a name, or a <see cref="DomainType"/>.</param>
/// <param name="ifExists">True to go on when it is not there.</param>
public sealed class DropType(SqlType type, bool ifExists = false) : DdlStatement
{
    /// <summary>The type.</summary>
    public SqlType Type { get; } = type;

    /// <summary>True to go on when it is not there.</summary>
    public bool IfExists { get; } = ifExists;

    private protected override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitDropType(this, sql);
}
