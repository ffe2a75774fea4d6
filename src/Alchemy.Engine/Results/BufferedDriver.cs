using System.Data.Common;
using System.Linq.Expressions;
using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>A driver whose rows were read before.</summary>
internal sealed class BufferedDriver(Driver driver) : Driver
{
    public override string Name => driver.Name;

    public override TypeCompiler Types => driver.Types;

    public override Type CursorType => typeof(BufferedCursor);

    public override Type StatementType => driver.StatementType;

    public override string ConnectionString(EngineUrl url) => driver.ConnectionString(url);

    public override DbConnection CreateConnection(string connectionString) => driver.CreateConnection(connectionString);

    public override DriverConnection Attach(DbConnection open) => driver.Attach(open);

    public override Expression Bind(Expression statement, Expression ordinal, SqlType type, Expression value) => driver.Bind(statement, ordinal, type, value);

    public override DatabaseErrorKind ClassifyRefusal(ErrorFacts error) => driver.ClassifyRefusal(error);

    public override ErrorFacts? Describe(Exception error) => driver.Describe(error);
}
