namespace Alchemy;

/// <summary>Text of bounded length: <c>VARCHAR(length)</c>.</summary>
/// <param name="Length">The most characters; null for no bound, where the database allows it.</param>
/// <param name="Collation">How it is compared and sorted; null for the database's own way.</param>
/// <param name="CollationSchema">The schema of the collation, or null.</param>
public sealed record StringType(int? Length = null, string? Collation = null, string? CollationSchema = null) : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(string);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitString(this);
}

/// <summary>Text of fixed length: <c>CHAR(length)</c>. Databases fill it with spaces, and compare without them.</summary>
/// <param name="Length">How many characters it has; null for one.</param>
/// <param name="Collation">How it is compared and sorted; null for the database's own way.</param>
/// <param name="CollationSchema">The schema of the collation, or null.</param>
public sealed record CharType(int? Length = null, string? Collation = null, string? CollationSchema = null) : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(string);

    /// <inheritdoc/>
    public override SqlType StorageType => SqlTypes.String(Length);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitChar(this);
}

/// <summary>Text of any language's letters: <c>NVARCHAR(length)</c> where the database keeps such text apart, and text like any other elsewhere.</summary>
/// <param name="Text">The text that it is: a <see cref="StringType"/>, <see cref="CharType"/> or <see cref="TextType"/>.</param>
/// <param name="IsNational">True for a type that says so, <c>NVARCHAR</c>; false where it is left to the dialect.</param>
public sealed record UnicodeType(SqlType Text, bool IsNational = false) : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(string);

    /// <inheritdoc/>
    public override SqlType StorageType => Text.StorageType;

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitUnicode(this);
}

/// <summary>Text of any length: <c>TEXT</c>, <c>CLOB</c>.</summary>
/// <param name="Length">A length, where the database has several such types; null for none.</param>
/// <param name="Collation">How it is compared and sorted; null for the database's own way.</param>
/// <param name="CollationSchema">The schema of the collation, or null.</param>
public sealed record TextType(int? Length = null, string? Collation = null, string? CollationSchema = null) : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(string);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitText(this);
}

/// <summary>Bytes: <c>BLOB</c>, <c>BYTEA</c>, <c>VARBINARY</c>.</summary>
/// <param name="Length">The most bytes; null for no bound.</param>
public sealed record BinaryType(int? Length = null) : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(byte[]);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitBinary(this);
}

/// <summary>A 128 bit identifier: <c>UUID</c>, or text where the database has no such type.</summary>
/// <param name="IsNative">False for text also where the database has a type of its own.</param>
public sealed record GuidType(bool IsNative = true) : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(Guid);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitGuid(this);
}
