using Alchemy.Drivers;

namespace Alchemy;

/// <summary>Something happened to a connection of the pool.</summary>
/// <param name="Connection">The open connection; its <see cref="DriverConnection.Ado"/> is the provider's, for what each connection needs.</param>
public sealed record ConnectionEvent(DriverConnection Connection);
