using System.Text;

namespace Alchemy.Internals;

/// <summary>Writes a statement's text from its segments once the sizes of its lists and its schemas are known.</summary>
internal static class SqlFiller
{
    /// <summary>List sizes are rounded up to powers of two, so that a database sees few different texts; the last value is repeated.</summary>
    public static int Bucket(int count) => count <= 2 ? count : (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count);

    public static FilledSql Fill(CompiledSql compiled, SchemaMap? schemas, int[] sizes)
    {
        var text = new StringBuilder();
        var parameters = new List<FilledParameter>();
        foreach (var segment in compiled.Segments)
        {
            switch (segment)
            {
                case TextSegment fixedText:
                    text.Append(fixedText.Text);
                    break;
                case ParameterSegment parameter:
                    Marker(compiled, text, parameters, parameter.Bind, -1, parameter.Name);
                    break;
                case ExpandingSegment list:
                    Expand(compiled, text, parameters, list, compiled.SizeOf(list.Bind, sizes));
                    break;
                case SchemaSegment schema:
                    Schema(compiled, text, schemas is null ? schema.Schema : schemas.Map(schema.Schema));
                    break;
            }
        }

        var most = compiled.Dialect.Features.MaxParameters;
        return parameters.Count <= most
            ? new FilledSql(compiled, text.ToString(), [.. parameters])
            : throw new CompileException($"A statement with {parameters.Count} parameters", compiled.Dialect.Name, $"the database takes {most}: split the list, or put the values into a table and join it.");
    }

    private static void Expand(CompiledSql compiled, StringBuilder text, List<FilledParameter> parameters, ExpandingSegment list, int size)
    {
        if (size == 0)
        {
            text.Append(list.EmptyText);
        }

        for (var i = 0; i < size; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            Marker(compiled, text, parameters, list.Bind, i, $"{list.Name}_{i + 1}");
        }
    }

    private static void Marker(CompiledSql compiled, StringBuilder text, List<FilledParameter> parameters, int bind, int element, string name)
    {
        var style = compiled.Dialect.Features.ParameterStyle;
        if (style is ParameterStyle.Numbered)
        {
            // The same bind twice is one numbered parameter.
            var known = parameters.FindIndex(p => p.Bind == bind && p.Element == element);
            if (known >= 0)
            {
                text.Append('$').Append(known + 1);
                return;
            }
        }

        var marker = style switch
        {
            ParameterStyle.Colon => ":" + name,
            ParameterStyle.At => "@" + name,
            ParameterStyle.QuestionMark => "?",
            ParameterStyle.Numbered => $"${parameters.Count + 1}",
        };
        text.Append(marker);
        var named = style is ParameterStyle.Colon or ParameterStyle.At;
        if (named && parameters.Exists(p => p.Bind == bind && p.Element == element))
        {
            return;
        }

        parameters.Add(new FilledParameter(bind, element, compiled.Binds[bind].Type, named ? marker : null));
    }

    private static void Schema(CompiledSql compiled, StringBuilder text, string? schema)
    {
        if (!string.IsNullOrEmpty(schema))
        {
            text.Append(compiled.Dialect.Identifiers.Quote(schema)).Append('.');
        }
    }
}
