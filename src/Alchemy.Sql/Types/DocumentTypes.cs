namespace Alchemy;

/// <summary>A JSON document: <c>JSON</c>, or <c>JSONB</c>.</summary>
/// <param name="IsBinary">True for PostgreSQL's JSONB, which is taken apart when it is stored and has operators of its own.</param>
public sealed record JsonType(bool IsBinary = false) : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(System.Text.Json.JsonElement);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitJson(this);
}

/// <summary>The name or place of an element of a document, as a parameter: a text, or a number. Each dialect has a form of its own for it.</summary>
/// <param name="IsName">True for a name, false for a place.</param>
public sealed record JsonIndexType(bool IsName) : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => IsName ? typeof(string) : typeof(int);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.Render(IsName ? SqlTypes.Text : SqlTypes.Integer);
}

/// <summary>A path of names and places in a document, as a parameter. Each dialect has a form of its own for it.</summary>
public sealed record JsonPathType : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(object[]);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.Render(SqlTypes.Text);
}

/// <summary>A type that one database has, under its own name: <c>INET</c>, <c>TSVECTOR</c>.</summary>
/// <param name="Name">The name, as it stands in CREATE TABLE and CAST.</param>
/// <param name="ValueType">The CLR type of a value.</param>
/// <param name="IsCastParameter">True when a parameter of it must name its type where a dialect names the types of parameters.</param>
public sealed record NativeType(string Name, Type ValueType, bool IsCastParameter = false) : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => ValueType;

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => Name;
}
