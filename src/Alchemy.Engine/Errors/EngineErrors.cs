namespace Alchemy;

/// <summary>A database URL that cannot be read.</summary>
public sealed class EngineUrlException(string problem, Exception? inner = null) : AlchemyException(
    ErrorCodes.EngineUrl, $"The database URL is wrong: {problem} Write it as scheme://user:password@host:port/database?option=value, sqlite:///file.db or sqlite://.", inner);

/// <summary>No driver is known for a URL's scheme, or its assembly is missing.</summary>
public sealed class DriverNotFoundException(string scheme, string remedy) : AlchemyException(ErrorCodes.DriverNotFound, $"There is no driver for '{scheme}://': {remedy}")
{
    /// <summary>The URL's scheme.</summary>
    public string Scheme { get; } = scheme;
}

/// <summary>A connection, transaction or result was used after it was closed, or by two users at once.</summary>
public sealed class ConnectionStateException(string message) : AlchemyException(ErrorCodes.ConnectionState, message);

/// <summary>No connection of the pool became free in time. The message names those who hold them for longest.</summary>
public sealed class PoolTimeoutException : AlchemyException
{
    private const int MostNamed = 5;

    internal PoolTimeoutException(PoolStatus pool, TimeSpan waited)
        : base(ErrorCodes.PoolTimeout, string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"All {Math.Max(pool.Open, pool.Size)} connections of the pool were in use for {waited.TotalSeconds:0.#} s: dispose connections when done, or raise PoolOptions.Size or Overflow.{Holders(pool)}"))
        => Pool = pool;

    /// <summary>The pool at that moment.</summary>
    public PoolStatus Pool { get; }

    private static string Holders(PoolStatus pool) => string.Concat(pool.Leases.Take(MostNamed).Select(l => $" {char.ToUpperInvariant(l.ToString()[0])}{l.ToString()[1..]}."))
        + (pool.Leases.Count > MostNamed ? $" And {pool.Leases.Count - MostNamed} more." : "");
}

/// <summary>A result did not have the rows or columns that were asked for.</summary>
public sealed class ResultShapeException(string message, Exception? inner = null) : AlchemyException(ErrorCodes.ResultShape, message, inner);
