namespace Alchemy;

/// <summary>How often work is run again that lost against another transaction.</summary>
public sealed record RetryOptions
{
    /// <summary>Five tries, the first pause 20 ms.</summary>
    public static RetryOptions Default { get; } = new();

    /// <summary>The most tries, the first counted; 5 by default, at least 1.</summary>
    public int Tries
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Tries), value, "Work is tried at least once.");
    } = 5;

    /// <summary>The pause before the second try; 20 ms by default. It doubles with each further one, and a random part of it is left out, so that two losers do not meet again.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>The longest pause; a second by default.</summary>
    public TimeSpan MostDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How each try's transaction begins; null (the default) for the connection's <see cref="ExecutionOptions.Transaction"/>.</summary>
    public TransactionOptions? Transaction { get; init; }

    /// <summary>The clock of the pauses; the system's by default.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    internal TimeSpan Pause(int failed)
    {
        var whole = Math.Min(Delay.TotalMilliseconds * Math.Pow(2, failed - 1), MostDelay.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(whole * (0.5 + Random.Shared.NextDouble() / 2));
    }
}
