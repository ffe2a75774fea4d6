using System.Runtime.ExceptionServices;

namespace Alchemy.Internals;

/// <summary>Runs work on a thread with a large stack. re-linq's visitors are recursive and unguarded, so deep trees must not meet them on a small stack.</summary>
internal static class DeepStack
{
    /// <summary>Trees nested deeper than this are planned on the large stack.</summary>
    public const int Threshold = 128;

    // Address space only: the pages are committed as they are touched.
    private const int StackSize = 256 * 1024 * 1024;

    [ThreadStatic]
    private static bool isCurrent;

    public static bool IsCurrent => isCurrent;

    public static T Run<T>(Func<T> work)
    {
        T? result = default;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                isCurrent = true;
                try
                {
                    result = work();
                }
                catch (Exception e)
                {
                    failure = ExceptionDispatchInfo.Capture(e);
                }
            },
            StackSize);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result!;
    }
}
