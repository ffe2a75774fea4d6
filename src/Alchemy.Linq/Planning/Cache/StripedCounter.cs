namespace Alchemy.Internals;

/// <summary>A counter for hot paths: threads write to different cache lines.</summary>
internal sealed class StripedCounter
{
    private const int Stripes = 16;
    private const int Spacing = 8;

    private readonly long[] counts = new long[(Stripes + 1) * Spacing];

    public long Value
    {
        get
        {
            long sum = 0;
            for (var i = 1; i <= Stripes; i++)
            {
                sum += Volatile.Read(ref counts[i * Spacing]);
            }

            return sum;
        }
    }

    public void Increment() => Interlocked.Increment(ref counts[((Environment.CurrentManagedThreadId & (Stripes - 1)) + 1) * Spacing]);
}
