namespace Alchemy;

/// <summary>NULL, true, false or DEFAULT written into the text.</summary>
public sealed class Constant : ColumnElement
{
    private Constant(ConstantKind kind, SqlType type) => (Kind, Type) = (kind, type);

    /// <summary><c>NULL</c></summary>
    public static Constant Null { get; } = new(ConstantKind.Null, SqlTypes.Null);

    /// <summary><c>true</c>, or <c>1</c> where the database has no such word.</summary>
    public static Constant True { get; } = new(ConstantKind.True, SqlTypes.Boolean);

    /// <summary><c>false</c>, or <c>0</c> where the database has no such word.</summary>
    public static Constant False { get; } = new(ConstantKind.False, SqlTypes.Boolean);

    /// <summary>The constant of a CLR value.</summary>
    public static Constant Of(bool value) => value ? True : False;

    /// <summary><c>DEFAULT</c>: what the table's definition says, as a value of INSERT or UPDATE.</summary>
    public static Constant Default { get; } = new(ConstantKind.Default, SqlTypes.Null);

    /// <summary>Which of them.</summary>
    public ConstantKind Kind { get; }

    /// <inheritdoc/>
    public override SqlType Type { get; }

    /// <inheritdoc/>
    public override bool IsNullable => Kind is ConstantKind.Null or ConstantKind.Default;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitConstant(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Number((int)Kind);
}

/// <summary>The constants.</summary>
public enum ConstantKind
{
    /// <summary>NULL</summary>
    Null,

    /// <summary>true</summary>
    True,

    /// <summary>false</summary>
    False,

    /// <summary>DEFAULT</summary>
    Default,
}
