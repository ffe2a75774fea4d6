using System.Diagnostics;
using System.Globalization;
using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>Spans and tags in the words of OpenTelemetry's conventions for database clients.</summary>
internal static class StatementTags
{
    /// <summary>Starts the span of a statement below the current one; null when it is not sampled.</summary>
    public static Activity? Start(Dialect dialect, DatabaseAddress address, in ExecutedStatement statement)
    {
        var tags = Of(dialect, address, statement, null);
        tags.Add("db.query.text", statement.Text);
        if (statement.BatchSize > 1)
        {
            tags.Add("db.operation.batch.size", statement.BatchSize);
        }

        return Instruments.Source.StartActivity(StatementSummary.Of(statement).Text, ActivityKind.Client, default(ActivityContext), tags);
    }

    /// <summary>The tags of a statement, for spans and metrics: none of them has values.</summary>
    public static TagList Of(Dialect dialect, DatabaseAddress address, in ExecutedStatement statement, Exception? error)
    {
        var summary = StatementSummary.Of(statement);
        var tags = Of(dialect.SystemName, address);
        Add(ref tags, "db.operation.name", summary.Operation);
        Add(ref tags, "db.collection.name", summary.Collection);
        tags.Add("db.query.summary", summary.Text);
        if (error is not null)
        {
            Add(ref tags, "db.response.status_code", StatusCode(error));
            tags.Add("error.type", ErrorType(error));
        }

        return tags;
    }

    /// <summary>The tags of a database.</summary>
    public static TagList Of(string system, DatabaseAddress address)
    {
        var tags = new TagList { { "db.system.name", system } };
        Add(ref tags, "db.namespace", address.Namespace);
        Add(ref tags, "server.address", address.Host);
        if (address.Port is { } port)
        {
            tags.Add("server.port", port);
        }

        return tags;
    }

    /// <summary>Ends a span badly.</summary>
    public static void Fail(Activity activity, Exception error)
    {
        if (StatusCode(error) is { } code)
        {
            activity.SetTag("db.response.status_code", code);
        }

        activity.SetTag("error.type", ErrorType(error));
        activity.SetStatus(ActivityStatusCode.Error, error.Message);
    }

    // The database's own number, as its manual has it: of MySQL, many errors share a SQLSTATE.
    private static string? StatusCode(Exception error) => error is DatabaseException refused ? refused.Facts.Number?.ToString(CultureInfo.InvariantCulture) ?? refused.SqlState : null;

    private static string ErrorType(Exception error) => StatusCode(error) ?? error.GetType().FullName!;

    private static void Add(ref TagList tags, string name, string? value)
    {
        if (value is not null)
        {
            tags.Add(name, value);
        }
    }
}
