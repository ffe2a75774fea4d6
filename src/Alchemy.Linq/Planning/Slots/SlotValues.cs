namespace Alchemy.Internals;

/// <summary>The values of one execution, in slot order, in a rented buffer. Dispose gives the buffer back; copies become invalid with it.</summary>
internal readonly struct SlotValues : IDisposable
{
    private readonly SlotBuffer? buffer;
    private readonly int version;

    private SlotValues(SlotBuffer buffer)
    {
        this.buffer = buffer;
        version = buffer.Version;
    }

    public int Count => buffer is null ? 0 : Live().Count;

    /// <exception cref="ObjectDisposedException">The values were given back.</exception>
    public object? this[int slot] => Span[slot];

    /// <exception cref="ObjectDisposedException">The values were given back.</exception>
    public ReadOnlySpan<object?> Span => buffer is null ? [] : Live().Span;

    public static SlotValues Rent(int count) => count == 0 ? default : new(SlotBuffer.Rent(count));

    /// <summary>The values to be filled, for the one who rented them.</summary>
    public Span<object?> Writable => buffer is null ? [] : Live().Span;

    /// <summary>Clears the values and gives the buffer back; a second call does nothing.</summary>
    public void Dispose() => buffer?.TryReturn(version);

    private SlotBuffer Live()
    {
        ObjectDisposedException.ThrowIf(buffer!.Version != version, typeof(SlotValues));
        return buffer;
    }
}
