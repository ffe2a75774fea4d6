namespace Alchemy;

/// <summary>A database URL: <c>scheme://user:password@host:port/database?option=value</c>, <c>sqlite:///file.db</c>, or <c>sqlite://</c> for memory.</summary>
public sealed record EngineUrl
{
    private EngineUrl(string scheme) => Scheme = scheme;

    /// <summary>The scheme, in lower case.</summary>
    public string Scheme { get; }

    /// <summary>The user's name, or null.</summary>
    public string? User { get; private init; }

    /// <summary>The password, or null. Never part of <see cref="ToString"/>.</summary>
    public string? Password { get; private init; }

    /// <summary>The host, or null.</summary>
    public string? Host { get; private init; }

    /// <summary>The port, or null for the database's own.</summary>
    public int? Port { get; private init; }

    /// <summary>The database's name, or the file; null when there is none.</summary>
    public string? Database { get; private init; }

    /// <summary>Reads a URL. Characters with a meaning (<c>@ : / ?</c>) in user and password are written as <c>%40</c> and so on.</summary>
    /// <exception cref="EngineUrlException">It cannot be read; the message says which part.</exception>
    public static EngineUrl Parse(string url)
    {
        var at = url.IndexOf("://", StringComparison.Ordinal);
        if (at <= 0 || !url.AsSpan(0, at).ContainsOnlySchemeCharacters())
        {
            throw new EngineUrlException("it has no scheme such as sqlite:// at its beginning.");
        }

        var rest = url[(at + 3)..];
        if (rest.Contains('?'))
        {
            throw new EngineUrlException("options after '?' are not supported yet.");
        }

        var slash = rest.IndexOf('/');
        var (authority, database) = slash < 0 ? (rest, null) : (rest[..slash], rest[(slash + 1)..]);
        var login = authority.LastIndexOf('@');
        var (user, password) = login < 0 ? (null, null) : Split(authority[..login]);
        var (host, port) = Split(authority[(login + 1)..]);
        return new EngineUrl(url[..at].ToLowerInvariant())
        {
            User = Unescape(user), Password = Unescape(password), Host = Unescape(host), Port = Number(port), Database = Unescape(database),
        };
    }

    /// <summary>The URL without its password.</summary>
    public override string ToString()
        => $"{Scheme}://{User}{(Password is null ? "" : ":***")}{(User is null ? "" : "@")}{Host}{(Port is null ? "" : $":{Port}")}{(Database is null ? "" : $"/{Database}")}";

    private static (string? Left, string? Right) Split(string text)
    {
        var colon = text.IndexOf(':');
        return colon < 0 ? (text, null) : (text[..colon], text[(colon + 1)..]);
    }

    private static string? Unescape(string? text) => string.IsNullOrEmpty(text) ? null : Uri.UnescapeDataString(text);

    private static int? Number(string? port)
        => port is null ? null : int.TryParse(port, out var number) && number is > 0 and < 65536 ? number : throw new EngineUrlException($"'{port}' is no port.");
}

/// <summary>What may stand in a scheme.</summary>
file static class SchemeCharacters
{
    public static bool ContainsOnlySchemeCharacters(this ReadOnlySpan<char> scheme)
    {
        foreach (var c in scheme)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-'))
            {
                return false;
            }
        }

        return true;
    }
}
