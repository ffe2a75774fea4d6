namespace Alchemy;

/// <summary>A 16 bit integer: <c>SMALLINT</c>.</summary>
public sealed record SmallIntegerType : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(short);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitSmallInteger(this);
}

/// <summary>A 32 bit integer: <c>INTEGER</c>.</summary>
public sealed record IntegerType : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(int);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitInteger(this);
}

/// <summary>A 64 bit integer: <c>BIGINT</c>.</summary>
public sealed record BigIntegerType : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(long);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitBigInteger(this);
}

/// <summary>An exact decimal number: <c>NUMERIC(precision, scale)</c>.</summary>
/// <param name="Precision">Digits in all; null leaves it to the database.</param>
/// <param name="Scale">Digits after the point; null leaves it to the database.</param>
public sealed record NumericType(int? Precision = null, int? Scale = null) : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(decimal);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitNumeric(this);
}

/// <summary>A 64 bit floating point number: <c>DOUBLE PRECISION</c>.</summary>
public sealed record DoubleType : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(double);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitDouble(this);
}

/// <summary>A floating point number of the database's own width: <c>FLOAT</c>, <c>FLOAT(precision)</c>.</summary>
/// <param name="Precision">Binary digits; null leaves it to the database.</param>
public sealed record FloatType(int? Precision = null) : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(double);

    /// <inheritdoc/>
    public override SqlType StorageType => SqlTypes.Double;

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitFloat(this);
}

/// <summary>A 32 bit floating point number: <c>REAL</c>.</summary>
public sealed record RealType : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(float);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitReal(this);
}

/// <summary>True or false: <c>BOOLEAN</c>, or a small integer where the database has no such type.</summary>
/// <param name="CreateConstraint">True for a CHECK that the column holds 0 or 1, where it is an integer.</param>
/// <param name="ConstraintName">The name of the CHECK, or null.</param>
public sealed record BooleanType(bool CreateConstraint = false, string? ConstraintName = null) : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(bool);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitBoolean(this);
}
