namespace Alchemy.Tests;

/// <summary>A place that breaks a rule.</summary>
internal sealed record Offence(string Path, int Line, string What)
{
    public override string ToString() => $"{Path}:{Line} {What}";
}
