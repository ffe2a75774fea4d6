namespace Alchemy;

/// <summary>How an engine chooses among the servers of a URL with several hosts. With one host only <see cref="WaitsForOthers"/> means something.</summary>
public sealed record ServerOptions
{
    /// <summary>True (the default) to read from a standby, where one is up and not too far behind; false to read from the primary too.</summary>
    public bool ReadsFromStandby { get; init; } = true;

    /// <summary>How far behind a standby may be to be read from; 10 seconds by default. Null for no limit. A standby that does not tell its lag (MySQL, MariaDB) is only read from without a limit.</summary>
    public TimeSpan? MostLag { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an <see cref="EngineScope"/> or session reads from the primary after it wrote, where the database does not tell how far its standby has come; 5 seconds by default. PostgreSQL tells, and there it is not used.</summary>
    public TimeSpan StickyFor { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long what a standby said of its lag is taken for true; a second by default.</summary>
    public TimeSpan CheckEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a lost server is left alone while others serve; 5 seconds by default.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>True to have each statement wait until its server has applied what the others had committed before it: <c>SET SESSION wsrep_sync_wait = 7</c> on every connection to a Galera cluster. False by default: a read may miss what another server has just committed.</summary>
    public bool WaitsForOthers { get; init; }

    /// <summary>The clock of these times; the system's by default.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
