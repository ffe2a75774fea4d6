namespace Alchemy;

/// <summary>Spells types as a dialect does. The base speaks standard SQL; a dialect overrides what differs.</summary>
/// <param name="dialectName">The dialect, for messages and variants.</param>
/// <param name="identifiers">Quotes the names of types and collations; null for double quotes.</param>
public partial class TypeCompiler(string dialectName, IdentifierPreparer? identifiers = null)
{
    /// <summary>The dialect, for messages.</summary>
    public string DialectName { get; } = dialectName;

    /// <summary>The names under which the dialect goes for variants and types of one database, the most particular first: MariaDB is MySQL too.</summary>
    public virtual IReadOnlyList<string> DialectNames => [DialectName];

    /// <summary>Renders a type, as in <c>CREATE TABLE</c> or <c>CAST</c>.</summary>
    /// <exception cref="CompileException">The type has no spelling in this dialect.</exception>
    public string Render(SqlType type) => type.Accept(this);

    /// <summary>The type that stands for a type in this dialect, as SQL around parameters and columns, and as values: of a variant the one meant here, of a decorator the same around the column's type here.</summary>
    public SqlType Implementation(SqlType type) => type switch
    {
        VariantType variant => Implementation(variant.For(DialectNames)),
        DecoratedType decorated => Implementation(decorated.LoadDialectImpl(DialectName)) is var impl && impl.Equals(decorated.Impl) ? decorated : decorated with { Impl = impl },
        _ => Adapt(type),
    };

    /// <summary>The type as it is stored here: of a decorator the column's.</summary>
    public SqlType Stored(SqlType type)
    {
        var stored = Implementation(type);
        while (stored is DecoratedType decorated)
        {
            stored = decorated.Impl;
        }

        return stored;
    }

    /// <summary>A dialect's own type in the place of a generic one, with SQL of its own around parameters and columns; the type itself unless overridden.</summary>
    protected virtual SqlType Adapt(SqlType type) => type;

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

    /// <summary><c>DOUBLE</c></summary>
    protected internal virtual string VisitDouble(DoubleType type) => "DOUBLE";

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

    /// <summary>The type of a moment, for databases without a type for spans of time.</summary>
    protected internal virtual string VisitInterval(IntervalType type) => VisitDateTime(SqlTypes.DateTime);

    /// <summary><c>NVARCHAR(n)</c>, <c>NCHAR(n)</c>; as a text like any other where the type does not say so.</summary>
    protected internal virtual string VisitUnicode(UnicodeType type) => type is { IsNational: true, Text: not TextType } ? "N" + Render(type.Text) : Render(type.Text);

    /// <summary>The type's own name, where the database has the type; the standard shows all.</summary>
    /// <exception cref="CompileException">The type belongs to another database.</exception>
    protected internal virtual string VisitNative(NativeType type) => type.Dialect is null || DialectNames.Contains(type.Dialect) ? type.Name
        : type is { IsGenericElsewhere: true, Generic: { } generic } ? Render(generic)
        : IsForShow ? type.Name
        : throw new CompileException($"The type {type.Name} of '{type.Dialect}'", DialectName, "say which type the column has here: type.WithVariant(other, dialect).");

    /// <summary>Whether the SQL is for reading, so that every database's own types may stand in it.</summary>
    protected virtual bool IsForShow => DialectName is "standard";

    /// <summary><c>TIMESTAMP</c></summary>
    protected internal virtual string VisitDateTime(DateTimeType type) => "TIMESTAMP";

    /// <summary><c>TIMESTAMP WITH TIME ZONE</c></summary>
    protected internal virtual string VisitDateTimeOffset(DateTimeOffsetType type) => "TIMESTAMP WITH TIME ZONE";

    /// <summary><c>DATE</c></summary>
    protected internal virtual string VisitDate(DateType type) => "DATE";

    /// <summary><c>TIME</c></summary>
    protected internal virtual string VisitTime(TimeType type) => "TIME";
}
