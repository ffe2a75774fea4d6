namespace Alchemy.Tests;

/// <summary>For what servers do in their own time and tell nobody.</summary>
internal static class Waiting
{
    public static void Until(Func<bool> holds, string what)
    {
        var end = DateTime.UtcNow.AddSeconds(40);
        while (!holds())
        {
            Assert.That(DateTime.UtcNow, Is.LessThan(end), $"It never came about: {what}");
            Thread.Sleep(10);
        }
    }
}
