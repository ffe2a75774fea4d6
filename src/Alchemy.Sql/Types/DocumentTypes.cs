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

