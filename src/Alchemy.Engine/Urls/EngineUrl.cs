using System.Text.RegularExpressions;

namespace Alchemy;

/// <summary>A database URL: <c>scheme://user:password@host:port/database?option=value</c>, <c>sqlite:///file.db</c>, or <c>sqlite://</c> for memory.</summary>
/// <remarks>An option is one of the provider's connection string, such as <c>postgresql://localhost/shop?Command Timeout=5</c>. Several hosts, among which the engine chooses, are separated by commas:
/// <c>postgresql://ann@one:5432,two:5433/shop</c>. An IPv6 address stands in brackets: <c>postgresql://[::1]:5432/shop</c>.</remarks>
public sealed partial record EngineUrl
{
    private EngineUrl(string scheme) => Scheme = scheme;

    /// <summary>The scheme, in lower case.</summary>
    public string Scheme { get; }

    /// <summary>The user's name, or null.</summary>
    public string? User { get; private init; }

    /// <summary>The password, or null. Never part of <see cref="ToString"/>.</summary>
    public string? Password { get; private init; }

    /// <summary>The hosts, of which most URLs have one or none.</summary>
    public IReadOnlyList<EngineHost> Hosts { get; private init; } = [];

    /// <summary>The first host, or null.</summary>
    public string? Host => Hosts.Count == 0 ? null : Hosts[0].Name;

    /// <summary>The first host's port, or null for the database's own.</summary>
    public int? Port => Hosts.Count == 0 ? null : Hosts[0].Port;

    /// <summary>The database's name, or the file; null when there is none.</summary>
    public string? Database { get; private init; }

    /// <summary>The options after <c>?</c>, in order.</summary>
    public IReadOnlyList<(string Name, string Value)> Options { get; private init; } = [];

    /// <summary>Reads a URL. Characters with a meaning (<c>@ : / ? &amp; ,</c>) in its parts are written as <c>%40</c> and so on.</summary>
    /// <exception cref="EngineUrlException">It cannot be read; the message says which part.</exception>
    public static EngineUrl Parse(string url)
    {
        var parts = Parts().Match(url);
        if (!parts.Success)
        {
            throw new EngineUrlException("it has no scheme such as sqlite:// at its beginning.");
        }

        var login = parts.Groups["login"].Value;
        var colon = login.IndexOf(':');
        return new EngineUrl(parts.Groups["scheme"].Value.ToLowerInvariant())
        {
            User = Unescape(colon < 0 ? login : login[..colon]),
            Password = colon < 0 ? null : Unescape(login[(colon + 1)..]),
            Hosts = parts.Groups["hosts"].Value is { Length: > 0 } hosts ? [.. hosts.Split(',').Select(EngineHost.Parse)] : [],
            Database = Unescape(parts.Groups["database"].Value),
            Options = parts.Groups["options"].Value is { Length: > 0 } options ? [.. options.Split('&').Select(Option)] : [],
        };
    }

    /// <summary>The URL without its password, and without the values of its options.</summary>
    public override string ToString()
        => $"{Scheme}://{User}{(Password is null ? "" : ":***")}{(User is null ? "" : "@")}{string.Join(',', Hosts)}{(Database is null ? "" : $"/{Database}")}{(Options.Count == 0 ? "" : "?" + string.Join('&', Options.Select(o => $"{o.Name}=***")))}";

    /// <summary>A URL for each host.</summary>
    internal IEnumerable<EngineUrl> EachHost() => Hosts.Count > 1 ? Hosts.Select(host => this with { Hosts = [host] }) : [this];

    private static (string, string) Option(string text)
    {
        var equals = text.IndexOf('=');
        return equals > 0
            ? (Unescape(text[..equals])!, Unescape(text[(equals + 1)..]) ?? "")
            : throw new EngineUrlException($"'{text}' after '?' is no option: write name=value.");
    }

    internal static string? Unescape(string text) => text.Length == 0 ? null : Uri.UnescapeDataString(text);

    // The login ends at the last @ before the database: a password may hold one.
    [GeneratedRegex(@"^(?<scheme>[A-Za-z0-9+-]+)://(?:(?<login>[^/]*)@)?(?<hosts>[^/?]*)(?:/(?<database>[^?]*))?(?:\?(?<options>.*))?$", RegexOptions.Singleline)]
    private static partial Regex Parts();
}
