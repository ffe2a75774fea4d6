namespace Alchemy.Demo;

/// <summary>The lines inside a step's Run, from the source that was compiled into this assembly.</summary>
internal static class StepSource
{
    private const string Indent = "    ";

    public static string Of(Type step)
    {
        using var stream = step.Assembly.GetManifestResourceStream($"{step.Name}.cs") ?? throw new InvalidOperationException($"The source of {step.Name} is not embedded: its file must bear its name.");
        using var reader = new StreamReader(stream);
        var body = reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n')
            .SkipWhile(line => !line.Contains(" Run(", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line != Indent + "}")
            .Select(line => line.StartsWith(Indent + Indent, StringComparison.Ordinal) ? line[(2 * Indent.Length)..] : line);
        return string.Join('\n', body);
    }
}
