using System.Text;

namespace Alchemy.Internals;

/// <summary>Writes a statement's text from its segments once the sizes of its lists and its schemas are known.</summary>
internal static class SqlFiller
{
    /// <summary>List sizes are rounded up to powers of two, so that a database sees few different texts; the last value is repeated.</summary>
    /// <param name="count">How many elements the list has.</param>
    /// <param name="most">The most parameters of a statement. Where half of it is passed, rounding up could cross it: the size stays as it is.</param>
    public static int Bucket(int count, int most) => count <= 2 || count > most / 2 ? count : (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count);

    public static FilledSql Fill(CompiledSql compiled, SchemaMap? schemas, int[] sizes)
    {
        var text = new StringBuilder();
        var parameters = new MarkerList();
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

        var filled = parameters.ToArray();
        var most = compiled.Dialect.Features.MaxParameters;
        return filled.Length <= most
            ? new FilledSql(compiled, text.ToString(), filled)
            : throw new CompileException($"A statement with {filled.Length} parameters", compiled.Dialect.Name, $"the database takes {most}: split the list, or put the values into a table and join it.");
    }

    private static void Expand(CompiledSql compiled, StringBuilder text, MarkerList parameters, ExpandingSegment list, int size)
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

    private static void Marker(CompiledSql compiled, StringBuilder text, MarkerList parameters, int bind, int element, string name)
    {
        var style = compiled.Dialect.Features.ParameterStyle;
        var type = compiled.Binds[bind].Type;
        text.Append(style switch
        {
            ParameterStyle.QuestionMark => parameters.Append(bind, element, type),
            ParameterStyle.Numbered => $"${parameters.Once(bind, element, type, null)}",
            ParameterStyle.Colon => parameters.Named(bind, element, type, ":" + name),
            ParameterStyle.At => parameters.Named(bind, element, type, "@" + name),
        });
    }

    private static void Schema(CompiledSql compiled, StringBuilder text, string? schema)
    {
        if (!string.IsNullOrEmpty(schema))
        {
            text.Append(compiled.Dialect.Identifiers.Quote(schema)).Append('.');
        }
    }
}
