namespace Alchemy;

/// <summary>The names of types in MySQL and MariaDB.</summary>
/// <param name="identifiers">Quotes names.</param>
/// <param name="isMariaDb">True for MariaDB.</param>
/// <param name="hasUuid">True where the database has a type for identifiers.</param>
/// <param name="hasJson">True where the database has a type for documents.</param>
internal sealed class MySqlTypeCompiler(IdentifierPreparer identifiers, bool isMariaDb = false, bool hasUuid = false, bool hasJson = true) : TypeCompiler(isMariaDb ? "mariadb" : "mysql", identifiers)
{
    private static readonly string[] BothNames = ["mariadb", "mysql"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> DialectNames => isMariaDb ? BothNames : base.DialectNames;

    /// <inheritdoc/>
    protected override string VisitGuid(GuidType type) => hasUuid && type.IsNative ? "UUID" : base.VisitGuid(type);

    /// <inheritdoc/>
    protected override string VisitJson(JsonType type)
        => hasJson ? base.VisitJson(type) : throw new CompileException("JSON", DialectName, "MySQL has it from 5.7.8 on: keep the document as SqlTypes.Text.");

    /// <inheritdoc/>
    protected override string VisitUnicode(UnicodeType type) => type is { IsNational: true, Text: not TextType } ? "NATIONAL " + Render(type.Text) : Render(type.Text);

    /// <inheritdoc/>
    protected override string VisitString(StringType type) => type.Length is null
        ? throw new CompileException("VARCHAR without a length", DialectName, "MySQL needs one: use SqlTypes.String(length), or SqlTypes.Text.")
        : base.VisitString(type);

    /// <summary>Without digits the database would take 10, and none behind the point: it gets those that hold every <see cref="decimal"/>.</summary>
    protected override string VisitNumeric(NumericType type) => type.Precision is null ? "NUMERIC(65, 30)" : base.VisitNumeric(type);

    /// <inheritdoc/>
    protected override string VisitDouble(DoubleType type) => "DOUBLE";

    /// <inheritdoc/>
    protected override string VisitReal(RealType type) => "FLOAT";

    /// <inheritdoc/>
    protected override string VisitBoolean(BooleanType type) => "BOOL";

    /// <inheritdoc/>
    protected override string VisitBinary(BinaryType type) => type.Length is int length ? $"VARBINARY({length})" : "LONGBLOB";

    /// <inheritdoc/>
    protected override bool IsNative(SqlType type) => type is EnumerationType { IsNative: true };

    /// <inheritdoc/>
    protected override string VisitEnumeration(EnumerationType type)
        => type.IsNative ? $"ENUM({string.Join(",", type.Values.Select(v => "'" + v.Replace("'", "''", StringComparison.Ordinal).Replace("\\", "\\\\", StringComparison.Ordinal) + "'"))})" : base.VisitEnumeration(type);

    /// <inheritdoc/>
    protected override string VisitText(TextType type) => (type.Length is { } length ? $"TEXT({length})" : "LONGTEXT") + Collate(type.Collation);

    /// <summary>Microseconds: without them the database cuts the fraction off.</summary>
    protected override string VisitDateTime(DateTimeType type) => $"DATETIME({type.Precision ?? 6})";

    /// <inheritdoc/>
    protected override string VisitDateTimeOffset(DateTimeOffsetType type) => $"DATETIME({type.Precision ?? 6})";

    /// <inheritdoc/>
    protected override string VisitTime(TimeType type) => $"TIME({type.Precision ?? 6})";
}
