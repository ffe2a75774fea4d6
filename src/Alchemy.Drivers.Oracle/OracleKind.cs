namespace Alchemy.Internals;

/// <summary>The provider's types of parameters that the driver uses: members of its enum <c>OracleDbType</c>, by name.</summary>
internal enum OracleKind
{
    Varchar2,
    NVarchar2,
    Clob,
    NClob,
    Raw,
    Blob,
    Int64,
    Decimal,
    BinaryDouble,
    BinaryFloat,
    Boolean,
    Date,
    TimeStamp,
    TimeStampTZ,
    IntervalDS,
}
