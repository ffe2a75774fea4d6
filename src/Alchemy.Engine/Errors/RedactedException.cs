namespace Alchemy.Internals;

/// <summary>Stands for a provider's exception whose text has values of rows.</summary>
internal sealed class RedactedException(Exception original, string message) : Exception(message)
{
    private readonly Type _type = original.GetType();

    public override string? StackTrace { get; } = original.StackTrace;

    public override string ToString() => $"{_type}: {Message}{(StackTrace is null ? "" : $"{Environment.NewLine}{StackTrace}")}";
}
