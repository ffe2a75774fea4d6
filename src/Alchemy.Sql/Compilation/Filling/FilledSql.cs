namespace Alchemy;

/// <summary>A statement as it is sent: the text for one schema map and one set of list sizes. Prepared commands are kept by this object's identity.</summary>
public sealed class FilledSql
{
    internal FilledSql(CompiledSql compiled, string text, FilledParameter[] parameters)
        => (Compiled, Text, Parameters) = (compiled, text, parameters);

    /// <summary>The compiled statement that this text was made of.</summary>
    public CompiledSql Compiled { get; }

    /// <summary>The SQL text.</summary>
    public string Text { get; }

    /// <summary>The parameters in the order of their markers.</summary>
    public IReadOnlyList<FilledParameter> Parameters { get; }
}

/// <summary>One marker in a <see cref="FilledSql"/>.</summary>
/// <param name="Bind">Index into <see cref="CompiledSql.Binds"/>, and into the values of an execution.</param>
/// <param name="Element">Which element of an expanding value, or -1 for an ordinary one. Beyond the last element means: repeat the last.</param>
/// <param name="Type">The type that the value has.</param>
/// <param name="Marker">The marker exactly as it stands in the text; null for positional styles.</param>
public readonly record struct FilledParameter(int Bind, int Element, SqlType Type, string? Marker);
