using System.Data;
using System.Data.Common;
using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>The parameters of a command that <c>RETURNING … INTO</c> fills, and the rows that they make.</summary>
internal sealed class OracleOutputs
{
    private readonly OracleProvider _provider;
    private readonly FilledSql _sql;
    private readonly List<(int Ordinal, int Size)> _places = [];

    /// <param name="provider">The provider.</param>
    /// <param name="command">The command, which gets its parameters here.</param>
    /// <param name="sql">Its text.</param>
    /// <param name="binder">Knows the types of parameters.</param>
    public OracleOutputs(OracleProvider provider, DbCommand command, FilledSql sql, OracleBinder binder)
    {
        (_provider, _sql) = (provider, sql);
        for (var i = 0; i < sql.Parameters.Count; i++)
        {
            var parameter = provider.Ado.Factory.CreateParameter()!;
            parameter.ParameterName = sql.Parameters[i].Marker;
            command.Parameters.Add(parameter);
            if (IsOutput(sql.Compiled, sql.Parameters[i]))
            {
                _places.Add((i, binder.Declare(parameter, sql.Compiled.Dialect.Types.Stored(sql.Parameters[i].Type))));
            }
        }
    }

    public bool Any => _places.Count > 0;

    public bool Contains(int ordinal) => _places.Exists(p => p.Ordinal == ordinal);

    /// <summary>Whether a statement puts what it returns into parameters.</summary>
    public static bool AreIn(CompiledSql compiled) => compiled.Binds.Any(b => b.IsOutput);

    /// <summary>Has the parameters take values of many rows.</summary>
    public void SetRows(DbParameterCollection parameters, int rows)
    {
        foreach (var (ordinal, size) in _places)
        {
            _provider.SetSizes(parameters[ordinal], size > 0 ? [.. Enumerable.Repeat(size, rows)] : null);
        }
    }

    /// <summary>The values as a row of a result.</summary>
    /// <param name="parameters">The parameters of the executed command.</param>
    /// <param name="row">Which of many rows; null where the values are no arrays.</param>
    public OracleCursor Row(DbParameterCollection parameters, int? row = null)
    {
        object?[] values = [.. _places.Select(p => _provider.Values.Plain(row is { } at ? ((Array)parameters[p.Ordinal].Value!).GetValue(at) : parameters[p.Ordinal].Value))];
        return Rows([values]);
    }

    /// <summary>A result without a row.</summary>
    public OracleCursor None() => Rows([]);

    private static bool IsOutput(CompiledSql compiled, FilledParameter parameter) => compiled.Binds[parameter.Bind].IsOutput;

    private OracleCursor Rows(IReadOnlyList<object?[]> rows)
    {
        var table = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        var columns = _sql.Compiled.Columns;
        for (var i = 0; i < _places.Count; i++)
        {
            var name = i < columns.Count && !table.Columns.Contains(columns[i].Name) ? columns[i].Name : $"ret_{i}";
            table.Columns.Add(name, rows.Select(r => r[i]?.GetType()).FirstOrDefault() ?? typeof(object));
        }

        foreach (var row in rows)
        {
            table.Rows.Add([.. row.Select(v => v ?? DBNull.Value)]);
        }

        return new OracleCursor(table.CreateDataReader(), _provider.Values);
    }
}
