using System.Diagnostics;
using Alchemy.Drivers;
using Microsoft.Extensions.Logging;

namespace Alchemy.Internals;

/// <summary>Tells of statements: to the echo, the log, the events, traces and metrics. Asks each whether it listens before anything is made for it.</summary>
/// <param name="options">How the engine behaves.</param>
/// <param name="events">The engine's events.</param>
/// <param name="loggers">Where the engine logs.</param>
internal sealed class StatementObserver(EngineOptions options, EngineEvents events, EngineLoggers loggers)
{
    private readonly ILogger _log = loggers.Statements;

    private bool IsTimed => events.IsExecutedHeard || Instruments.Duration.Enabled || _log.IsEnabled(LogLevel.Information) || options.SlowStatement is not null && _log.IsEnabled(LogLevel.Warning);

    /// <summary>A statement is about to be executed; what is thrown stops it.</summary>
    public void Starting(Connection connection, in ExecutedStatement statement)
    {
        if (options.Echo is { } echo)
        {
            var parameters = statement.ParametersText;
            // At once, so that lines of other threads stay outside.
            echo.WriteLine(parameters.Length == 0 ? statement.Text : $"{statement.Text}{echo.NewLine}  {parameters}");
        }

        if (_log.IsEnabled(LogLevel.Debug))
        {
            _log.StatementExecuting(statement.Text, statement.ParametersText);
        }

        events.OnExecuting(connection, statement.Text, statement.Compiled);
    }

    /// <summary>The statement begins now.</summary>
    public StatementRun Begin(Connection connection, DriverConnection driver, in ExecutedStatement statement) => new(
        statement,
        IsTimed ? Stopwatch.GetTimestamp() : 0,
        Instruments.Source.HasListeners() ? StatementTags.Start(connection.Engine.Dialect, driver.Address, statement) : null);

    /// <summary>The statement has answered; its rows have not been read yet.</summary>
    public void Succeeded(Connection connection, DriverConnection driver, in StatementRun run, int affected)
    {
        run.Activity?.Stop();
        if (run.Started == 0)
        {
            return;
        }

        var (statement, elapsed) = (run.Statement, run.Elapsed);
        if (Instruments.Duration.Enabled)
        {
            Instruments.Duration.Record(elapsed.TotalSeconds, StatementTags.Of(connection.Engine.Dialect, driver.Address, statement, null));
        }

        if (options.SlowStatement <= elapsed && _log.IsEnabled(LogLevel.Warning))
        {
            _log.StatementSlow(elapsed.TotalMilliseconds, statement.Text, statement.ParametersText);
        }
        else if (_log.IsEnabled(LogLevel.Information))
        {
            _log.StatementExecuted(elapsed.TotalMilliseconds, affected, statement.Text, statement.ParametersText);
        }

        events.OnExecuted(connection, statement.Text, elapsed, affected);
    }

    /// <summary>The statement failed, or the reading of its rows did: then its run has neither time nor span.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="driver">The driver's connection.</param>
    /// <param name="run">The run.</param>
    /// <param name="error">What the caller gets.</param>
    public void Failed(Connection connection, DriverConnection driver, in StatementRun run, Exception error)
    {
        if (run.Activity is { } activity)
        {
            StatementTags.Fail(activity, error);
            activity.Stop();
        }

        var statement = run.Statement;
        if (run.Started != 0 && Instruments.Duration.Enabled)
        {
            Instruments.Duration.Record(run.Elapsed.TotalSeconds, StatementTags.Of(connection.Engine.Dialect, driver.Address, statement, error));
        }

        if (_log.IsEnabled(LogLevel.Error))
        {
            _log.StatementFailed(error, statement.Text, statement.ParametersText);
        }

        events.OnFailed(connection, statement.Text, error);
    }
}
