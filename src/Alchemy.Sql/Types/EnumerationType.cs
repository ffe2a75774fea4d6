namespace Alchemy;

/// <summary>One of some words: a type with a name on PostgreSQL, <c>ENUM('a','b')</c> on MySQL, text elsewhere.</summary>
/// <param name="Values">The words.</param>
/// <param name="Name">The name of the type, and of the CHECK; PostgreSQL needs one.</param>
/// <param name="Schema">The schema of the type, or null.</param>
/// <param name="IsNative">False for text everywhere.</param>
/// <param name="CreateConstraint">True for a CHECK that the column holds one of the words, where it is text.</param>
/// <param name="Length">The length of the text; null for that of the longest word.</param>
public sealed record EnumerationType(IReadOnlyList<string> Values, string? Name = null, string? Schema = null, bool IsNative = true, bool CreateConstraint = false, int? Length = null) : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(string);

    /// <summary>The text that it is where the database has no such type.</summary>
    /// <exception cref="InvalidStatementException">A word is longer than <see cref="Length"/>.</exception>
    public StringType Text => Values.Append("").Max(v => v.Length) is var longest && Length < longest
        ? throw new InvalidStatementException($"The longest word of the enumeration '{Name}' has {longest} characters, and its length is {Length}.")
        : new StringType(Length ?? longest);

    /// <inheritdoc/>
    public bool Equals(EnumerationType? other) => other is not null && Values.SequenceEqual(other.Values) && (Name, Schema, IsNative, CreateConstraint, Length) == (other.Name, other.Schema, other.IsNative, other.CreateConstraint, other.Length);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Schema, Values.Count);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitEnumeration(this);
}

/// <summary>PostgreSQL's type made of another, with a check: <c>CREATE DOMAIN</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="DataType">The type it is made of.</param>
/// <param name="Schema">The schema, or null.</param>
public sealed record DomainType(string Name, SqlType DataType, string? Schema = null) : SqlType
{
    /// <summary>The collation, or null.</summary>
    public string? Collation { get; init; }

    /// <summary>The schema of the collation, or null.</summary>
    public string? CollationSchema { get; init; }

    /// <summary>The DEFAULT as an expression, or null; values in it are written into the text.</summary>
    public ColumnElement? Default { get; init; }

    /// <summary>True when no value may be NULL.</summary>
    public bool NotNull { get; init; }

    /// <summary>The name of the constraint, or null.</summary>
    public string? ConstraintName { get; init; }

    /// <summary>The condition, in which <c>VALUE</c> is the value; null for none.</summary>
    public ColumnElement? Check { get; init; }

    /// <inheritdoc/>
    public override Type ClrType => DataType.ClrType;

    /// <inheritdoc/>
    public override SqlType StorageType => DataType.StorageType;

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitDomain(this);
}
