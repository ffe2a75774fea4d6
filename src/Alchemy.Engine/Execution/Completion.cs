namespace Alchemy.Internals;

/// <summary>Takes the result out of an operation that was run synchronously: the one place where that is done.</summary>
internal static class Completion
{
    public static void Completed(this ValueTask task)
    {
        if (!task.IsCompleted)
        {
            throw new InvalidOperationException("An operation that was asked to run synchronously did not complete.");
        }

        task.GetAwaiter().GetResult();
    }

    public static T Completed<T>(this ValueTask<T> task)
        => task.IsCompleted ? task.GetAwaiter().GetResult() : throw new InvalidOperationException("An operation that was asked to run synchronously did not complete.");
}
