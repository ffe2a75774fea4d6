using Alchemy.Drivers;

namespace Alchemy;

/// <summary>Something happened to a connection of the pool.</summary>
/// <param name="Connection">The connection; its <see cref="DriverConnection.Ado"/> is the provider's, for what each connection needs.</param>
/// <param name="Error">What went wrong with it; null where nothing did.</param>
public sealed record ConnectionEvent(DriverConnection Connection, Exception? Error = null);
