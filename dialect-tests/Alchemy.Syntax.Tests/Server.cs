namespace Alchemy.Tests;

/// <summary>What ./tools/databases has started.</summary>
internal static class Server
{
    /// <summary>A server's URL. Without it the test is skipped; with CI set it fails.</summary>
    public static string Variable(string variable, string title, string name)
    {
        var url = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrEmpty(url) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
        {
            Assert.Ignore($"{title} is not there: start it with ./tools/databases up {name}");
        }

        return string.IsNullOrEmpty(url) ? throw new InvalidOperationException($"{variable} is not set: start {title} with ./tools/databases up {name}") : url;
    }
}
