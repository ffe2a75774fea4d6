namespace Alchemy;

/// <summary>PostgreSQL's names of types.</summary>
internal sealed class PostgreSqlTypeCompiler() : TypeCompiler("postgresql", new IdentifierPreparer(PostgreSqlReservedWords.All))
{
    /// <inheritdoc/>
    protected override bool HasArrays => true;

    /// <inheritdoc/>
    protected override string VisitDouble(DoubleType type) => "DOUBLE PRECISION";

    /// <summary>All text is of every language's letters.</summary>
    protected override string VisitUnicode(UnicodeType type) => Render(type.Text);

    /// <inheritdoc/>
    protected override string VisitInterval(IntervalType type)
        => type.IsNative ? "INTERVAL" + (type.SecondPrecision is { } digits ? $" ({digits})" : "") : base.VisitInterval(type);

    /// <inheritdoc/>
    protected override string VisitBinary(BinaryType type) => "BYTEA";

    /// <inheritdoc/>
    protected override string VisitJson(JsonType type) => type.IsBinary ? "JSONB" : "JSON";

    /// <inheritdoc/>
    protected override string VisitGuid(GuidType type) => type.IsNative ? "UUID" : base.VisitGuid(type);

    /// <inheritdoc/>
    protected override bool IsNative(SqlType type) => type is BooleanType or EnumerationType { IsNative: true };

    /// <inheritdoc/>
    protected override bool IsDefined(SqlType type) => type is EnumerationType { IsNative: true } or DomainType;

    /// <inheritdoc/>
    protected override string VisitEnumeration(EnumerationType type) => !type.IsNative ? base.VisitEnumeration(type) : type.Name is { } name
        ? NamedType(name, type.Schema)
        : throw new CompileException("An enumeration without a name", DialectName, "give it a name: the database has it as a type of its own. Or say IsNative: false for text.");

    /// <inheritdoc/>
    protected override string VisitDomain(DomainType type) => NamedType(type.Name, type.Schema);

    /// <inheritdoc/>
    protected override string VisitDateTime(DateTimeType type) => $"TIMESTAMP{Length(type.Precision)} WITHOUT TIME ZONE";

    /// <inheritdoc/>
    protected override string VisitDateTimeOffset(DateTimeOffsetType type) => $"TIMESTAMP{Length(type.Precision)} WITH TIME ZONE";

    /// <inheritdoc/>
    protected override string VisitTime(TimeType type) => $"TIME{Length(type.Precision)} {(type.HasZone ? "WITH" : "WITHOUT")} TIME ZONE";
}
