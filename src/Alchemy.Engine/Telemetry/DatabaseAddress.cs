namespace Alchemy.Drivers;

/// <summary>Where a connection leads, as traces and metrics tell it.</summary>
/// <param name="Namespace">The database's name, or the file; null when there is none.</param>
/// <param name="Host">The server's name or address; null where there is no server.</param>
/// <param name="Port">The server's port; null when it is not known.</param>
public sealed record DatabaseAddress(string? Namespace, string? Host = null, int? Port = null);
