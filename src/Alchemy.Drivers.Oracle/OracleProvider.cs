using System.Data.Common;
using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>ODP.NET, reached through its factory: the members that are its own are called by compiled accessors.</summary>
internal sealed class OracleProvider
{
    private static readonly string[] Known = ["Oracle.ManagedDataAccess.Client.OracleClientFactory, Oracle.ManagedDataAccess", "Oracle.DataAccess.Client.OracleClientFactory, Oracle.DataAccess"];

    private readonly Action<DbCommand, bool> _bindByName;
    private readonly Action<DbCommand, int> _firstOfLob;
    private readonly Action<DbCommand, int> _firstOfLong;
    private readonly Action<DbParameter, int> _type;
    private readonly int[] _types;

    public OracleProvider(DbProviderFactory factory)
    {
        Ado = new AdoProvider(factory, "oracle", "Oracle.ManagedDataAccess.Core");
        var (commands, parameters) = (Ado.CommandType, Ado.ParameterType);
        _bindByName = Ado.Setter<DbCommand, bool>(commands, "BindByName");
        (_firstOfLob, _firstOfLong) = (Ado.Setter<DbCommand, int>(commands, "InitialLOBFetchSize"), Ado.Setter<DbCommand, int>(commands, "InitialLONGFetchSize"));
        SetRows = Ado.Setter<DbCommand, int>(commands, "ArrayBindCount");
        RowsAffected = Ado.Getter<DbCommand, long[]?>(commands, "ArrayBindRowsAffected");
        SetSizes = Ado.Setter<DbParameter, int[]?>(parameters, "ArrayBindSize");
        _type = Ado.Setter<DbParameter, int>(parameters, "OracleDbType");
        var names = Ado.Property(parameters, "OracleDbType").PropertyType;
        // A kind that a provider does not know, such as BOOLEAN, is asked for only on a database that has it.
        _types = [.. Enum.GetNames<OracleKind>().Select(name => Enum.TryParse(names, name, out var value) ? Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture) : -1)];
        (ExceptionType, var error) = (Ado.ExceptionClass("OracleException"), Ado.Class("OracleError"));
        Errors = Ado.Getter<Exception, System.Collections.IEnumerable>(ExceptionType, "Errors");
        (Number, Message) = (Ado.Getter<object, int>(error, "Number"), Ado.Getter<object, string>(error, "Message"));
        Values = new OracleValues();
    }

    public AdoProvider Ado { get; }

    public Type ExceptionType { get; }

    public OracleValues Values { get; }

    /// <summary>How many rows of values a command takes at once; 0 for a single one, whose values are no arrays.</summary>
    public Action<DbCommand, int> SetRows { get; }

    /// <summary>How many rows of the table each row of values has changed.</summary>
    public Func<DbCommand, long[]?> RowsAffected { get; }

    /// <summary>How long each item of an output of many rows may be.</summary>
    public Action<DbParameter, int[]?> SetSizes { get; }

    /// <summary>The errors of an exception, the first one first.</summary>
    public Func<Exception, System.Collections.IEnumerable> Errors { get; }

    /// <summary>The number of an error: ORA-00001 is 1.</summary>
    public Func<object, int> Number { get; }

    /// <summary>The message of an error.</summary>
    public Func<object, string> Message { get; }

    /// <summary>A command that finds its parameters by name, and has long values come with their row.</summary>
    public DbCommand Command(DbConnection connection, string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        // By place is the provider's default: a name that stands twice would take the next parameter's value.
        _bindByName(command, true);
        _firstOfLob(command, -1);
        _firstOfLong(command, -1);
        return command;
    }

    /// <summary>Gives a parameter its type.</summary>
    /// <exception cref="InvalidStatementException">The provider does not know it.</exception>
    public void SetType(DbParameter parameter, OracleKind kind)
    {
        var type = _types[(int)kind];
        _type(parameter, type >= 0 ? type : throw new InvalidStatementException($"This version of {parameter.GetType().Assembly.GetName().Name} has no parameters of type {kind}: take a newer one."));
    }

    /// <summary>The first known provider that the program has.</summary>
    /// <exception cref="DriverNotFoundException">It has none; the message names the package to add.</exception>
    public static OracleProvider Find(string scheme) => new(AdoProvider.FindFactory(scheme, "Oracle.ManagedDataAccess.Core", Known));
}
