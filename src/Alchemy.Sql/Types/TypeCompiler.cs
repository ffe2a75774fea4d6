namespace Alchemy;

/// <summary>Spells types as a dialect does. The base speaks standard SQL; a dialect overrides what differs.</summary>
/// <param name="dialectName">The dialect, for messages and variants.</param>
/// <param name="identifiers">Quotes the names of types and collations; null for double quotes.</param>
public partial class TypeCompiler(string dialectName, IdentifierPreparer? identifiers = null)
{
    /// <summary>The dialect, for messages.</summary>
    public string DialectName { get; } = dialectName;

    /// <summary>Renders a type, as in <c>CREATE TABLE</c> or <c>CAST</c>.</summary>
    /// <exception cref="CompileException">The type has no spelling in this dialect.</exception>
    public string Render(SqlType type) => type.Accept(this);

    /// <summary><c>SMALLINT</c></summary>
    protected internal virtual string VisitSmallInteger(SmallIntegerType type) => "SMALLINT";

    /// <summary><c>INTEGER</c></summary>
    protected internal virtual string VisitInteger(IntegerType type) => "INTEGER";

    /// <summary><c>BIGINT</c></summary>
    protected internal virtual string VisitBigInteger(BigIntegerType type) => "BIGINT";

    /// <summary><c>NUMERIC</c>, <c>NUMERIC(10)</c> or <c>NUMERIC(10, 2)</c></summary>
    protected internal virtual string VisitNumeric(NumericType type) => (type.Precision, type.Scale) switch
    {
        (null, _) => "NUMERIC",
        (int precision, null) => $"NUMERIC({precision})",
        (int precision, int scale) => $"NUMERIC({precision}, {scale})",
    };

    /// <summary><c>DOUBLE PRECISION</c></summary>
    protected internal virtual string VisitDouble(DoubleType type) => "DOUBLE PRECISION";

    /// <summary><c>FLOAT</c> or <c>FLOAT(n)</c></summary>
    protected internal virtual string VisitFloat(FloatType type) => "FLOAT" + Length(type.Precision);

    /// <summary><c>REAL</c></summary>
    protected internal virtual string VisitReal(RealType type) => "REAL";

    /// <summary><c>BOOLEAN</c></summary>
    protected internal virtual string VisitBoolean(BooleanType type) => "BOOLEAN";

    /// <summary><c>VARCHAR</c> or <c>VARCHAR(n)</c></summary>
    protected internal virtual string VisitString(StringType type) => "VARCHAR" + Length(type.Length) + Collate(type.Collation, type.CollationSchema);

    /// <summary><c>CHAR</c> or <c>CHAR(n)</c></summary>
    protected internal virtual string VisitChar(CharType type) => "CHAR" + Length(type.Length) + Collate(type.Collation, type.CollationSchema);

    /// <summary><c>TEXT</c></summary>
    protected internal virtual string VisitText(TextType type) => "TEXT" + Length(type.Length) + Collate(type.Collation, type.CollationSchema);

    /// <summary><c>BLOB</c></summary>
    protected internal virtual string VisitBinary(BinaryType type) => "BLOB";

    /// <summary><c>CHAR(36)</c>, for databases without a type of their own.</summary>
    protected internal virtual string VisitGuid(GuidType type) => "CHAR(36)";

    /// <summary><c>TIMESTAMP</c></summary>
    protected internal virtual string VisitDateTime(DateTimeType type) => "TIMESTAMP";

    /// <summary><c>TIMESTAMP WITH TIME ZONE</c></summary>
    protected internal virtual string VisitDateTimeOffset(DateTimeOffsetType type) => "TIMESTAMP WITH TIME ZONE";

    /// <summary><c>DATE</c></summary>
    protected internal virtual string VisitDate(DateType type) => "DATE";

    /// <summary><c>TIME</c></summary>
    protected internal virtual string VisitTime(TimeType type) => "TIME";
}
