using System.Data.Common;
using System.Data.SqlTypes;

namespace Alchemy.Tests;

/// <summary>The members of ODP.NET that the driver calls, by their names: the package is not to be had on every machine.</summary>
internal sealed class OracleClientFactory : DbProviderFactory
{
    public override DbConnection CreateConnection() => new OracleConnection(new FakeServer("19.3.0.0.0"));

    public override DbCommand CreateCommand() => new OracleCommand();

    public override DbParameter CreateParameter() => new OracleParameter();

    public override DbConnectionStringBuilder CreateConnectionStringBuilder() => new();
}

internal sealed class OracleConnection(FakeServer server) : FakeConnection(server)
{
    public Exception? CommitError { get; set; }

    protected override DbCommand CreateDbCommand() => new OracleCommand { Connection = this };
}

internal sealed class OracleCommand : FakeCommand
{
    public bool BindByName { get; set; }

    public int InitialLOBFetchSize { get; set; }

    public int InitialLONGFetchSize { get; set; }

    public int ArrayBindCount { get; set; }

    public long[]? ArrayBindRowsAffected { get; set; }
}

internal enum OracleDbType
{
    BinaryDouble = 132, BinaryFloat = 133, Blob = 102, Boolean = 134, Clob = 105, Date = 106, Decimal = 107, Int64 = 113, IntervalDS = 114, NClob = 116, NVarchar2 = 119, Raw = 120, TimeStamp = 123, TimeStampTZ = 125, Varchar2 = 126,
}

internal sealed class OracleParameter : FakeParameter
{
    public OracleDbType OracleDbType { get; set; }

    public int[]? ArrayBindSize { get; set; }
}

internal sealed class OracleError(int number, string message)
{
    public int Number => number;

    public string Message => message;
}

internal sealed class OracleException(params OracleError[] errors) : DbException(errors[0].Message)
{
    public IReadOnlyList<OracleError> Errors => errors;
}

internal readonly record struct OracleDecimal(decimal Digits, bool IsWide = false, bool IsInt = false) : INullable
{
    public bool IsNull => false;

    public decimal Value => IsWide ? throw new OverflowException() : Digits;

    public static OracleDecimal SetPrecision(OracleDecimal value, int precision) => precision == 28 ? new OracleDecimal(value.Digits) : throw new ArgumentOutOfRangeException(nameof(precision));
}

internal readonly record struct OracleString(string? Text) : INullable
{
    public bool IsNull => Text is null;

    public string Value => Text ?? throw new InvalidOperationException();
}

internal readonly record struct OracleTimeStampTZ(DateTime Value, TimeSpan Offset) : INullable
{
    public bool IsNull => false;

    public TimeSpan GetTimeZoneOffset() => Offset;
}
