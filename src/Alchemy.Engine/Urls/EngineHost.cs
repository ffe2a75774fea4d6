using System.Globalization;
using System.Text.RegularExpressions;

namespace Alchemy;

/// <summary>A host of a database URL.</summary>
/// <param name="Name">Its name or address, without brackets.</param>
/// <param name="Port">Its port, or null for the database's own.</param>
public sealed partial record EngineHost(string Name, int? Port)
{
    internal static EngineHost Parse(string text)
    {
        var parts = Parts().Match(text);
        var port = parts.Groups["port"].Value;
        if (!parts.Success || port.Length > 0 && !(int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536))
        {
            throw new EngineUrlException(parts.Success ? $"'{port}' is no port." : $"'{text}' is no host.");
        }

        var name = parts.Groups["address"] is { Success: true } address ? address.Value : EngineUrl.Unescape(parts.Groups["name"].Value)!;
        return new EngineHost(name, port.Length == 0 ? null : int.Parse(port, CultureInfo.InvariantCulture));
    }

    /// <summary>The host as it stands in a URL.</summary>
    public override string ToString() => (Name.Contains(':') ? $"[{Name}]" : Name) + (Port is null ? "" : $":{Port}");

    [GeneratedRegex(@"^(?:\[(?<address>[0-9A-Za-z:.%]+)\]|(?<name>[^\[\]:]+))(?::(?<port>.*))?$")]
    private static partial Regex Parts();
}
