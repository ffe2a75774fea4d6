using System.Collections;
using System.Text;

namespace Alchemy.Internals;

/// <summary>Writes a statement's text from its segments once the sizes of its lists, its literal values and its schemas are known.</summary>
internal sealed class SqlFiller(CompiledSql compiled, FillKey key)
{
    private readonly StringBuilder _text = new();
    private readonly MarkerList _parameters = new();
    private readonly Dictionary<string, (int Bind, int Element)> _owners = new(StringComparer.OrdinalIgnoreCase);
    private readonly DialectFeatures _features = compiled.Dialect.Features;

    /// <summary>List sizes are rounded up to powers of two, so that a database sees few different texts; the last value is repeated.</summary>
    /// <param name="count">How many elements the list has.</param>
    /// <param name="most">The most parameters of a statement. Where half of it is passed, rounding up could cross it: the size stays as it is.</param>
    public static int Bucket(int count, int most) => count <= 2 || count > most / 2 ? count : (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count);

    /// <summary>The text to execute.</summary>
    public static FilledSql Fill(CompiledSql compiled, FillKey key)
    {
        var filler = new SqlFiller(compiled, key);
        foreach (var segment in compiled.Segments)
        {
            filler.Write(segment);
        }

        var parameters = filler._parameters.ToArray();
        var most = compiled.Dialect.Features.MaxParameters;
        return parameters.Length <= most
            ? new FilledSql(compiled, filler._text.ToString(), parameters)
            : throw new CompileException($"A statement with {parameters.Length} parameters", compiled.Dialect.Name, $"the database takes {most}: split the list, or put the values into a table and join it.");
    }

    /// <summary>The text to show, with the slots that are filled at execution by their names.</summary>
    /// <param name="compiled">The statement.</param>
    /// <param name="schemas">True to show the places of schemas too.</param>
    public static string Slots(CompiledSql compiled, bool schemas)
    {
        var filler = new SqlFiller(compiled, default);
        foreach (var segment in compiled.Segments)
        {
            switch (segment)
            {
                case ExpandingSegment list:
                    filler._text.Append($"__[POSTCOMPILE_{list.Name}]");
                    break;
                case LiteralSegment literal:
                    filler._text.Append($"__[POSTCOMPILE_{literal.Name}]");
                    break;
                case SchemaSegment schema when schemas:
                    filler._text.Append($"__[SCHEMA_{(string.IsNullOrEmpty(schema.Schema) ? "_none" : schema.Schema)}].");
                    break;
                default:
                    filler.Write(segment);
                    break;
            }
        }

        return filler._text.ToString();
    }

    /// <summary>The text to show, with every value in it.</summary>
    public static string Literals(CompiledSql compiled)
    {
        var filler = new SqlFiller(compiled, default);
        filler.WriteAll([.. filler.WithLiterals(compiled.Segments)]);
        return filler._text.ToString();
    }

    /// <summary>The statement with every value in its text; only schemas are left to be filled in.</summary>
    public static IEnumerable<SqlSegment> WithLiterals(CompiledSql compiled) => new SqlFiller(compiled, default).WithLiterals(compiled.Segments);

    private IEnumerable<SqlSegment> WithLiterals(IReadOnlyList<SqlSegment> segments) => segments.SelectMany(segment => segment switch
    {
        ParameterSegment parameter => [new TextSegment(OwnLiteral(parameter.Bind))],
        ExpandingSegment list => LiteralList(list),
        LiteralSegment literal => [new TextSegment(OwnLiteral(literal.Bind))],
        _ => [segment],
    });

    private void Write(SqlSegment segment)
    {
        switch (segment)
        {
            case TextSegment fixedText:
                _text.Append(_features.ParameterStyle is ParameterStyle.Format or ParameterStyle.NamedFormat && compiled.Statement is not DdlStatement ? fixedText.Text.Replace("%", "%%", StringComparison.Ordinal) : fixedText.Text);
                break;
            case ParameterSegment parameter:
                Marker(parameter.Bind, -1, parameter.Name);
                _text.Append(parameter.Cast);
                break;
            case ExpandingSegment { IsLiteral: true } list:
                _text.Append(compiled.LiteralOf(list.Bind, key) is RenderedList { Text: { Length: > 0 } values } ? list.RowKeyword + values : list.EmptyText);
                break;
            case ExpandingSegment list:
                Expand(list, compiled.SizeOf(list.Bind, key));
                break;
            case LiteralSegment literal:
                _text.Append(compiled.Dialect.Literals.Render(compiled.LiteralOf(literal.Bind, key), compiled.Binds[literal.Bind].Type));
                break;
            case SchemaSegment schema:
                Schema(key.Schemas is null ? schema.Schema : key.Schemas.Map(schema.Schema), schema);
                break;
        }
    }

    private void Expand(ExpandingSegment list, int size)
    {
        if (size == 0)
        {
            _text.Append(list.EmptyText);
        }

        _text.Append(size == 0 ? "" : list.RowKeyword);
        for (var i = 0; i < size; i++)
        {
            _text.Append(i == 0 ? "" : ", ");
            if (list.Arity == 0)
            {
                WriteAll(list.Before);
                Marker(list.Bind, i, $"{list.Name}_{i + 1}");
                _text.Append(list.Cast);
                WriteAll(list.After);
            }
            else
            {
                Tuple(list, i);
            }
        }
    }

    private void WriteAll(IReadOnlyList<SqlSegment> segments)
    {
        foreach (var segment in segments)
        {
            Write(segment);
        }
    }

    private void Tuple(ExpandingSegment list, int row)
    {
        _text.Append('(');
        for (var item = 0; item < list.Arity; item++)
        {
            _text.Append(item == 0 ? "" : ", ");
            Marker(list.Bind, row * list.Arity + item, $"{list.Name}_{row + 1}_{item + 1}");
        }

        _text.Append(')');
    }

    private List<SqlSegment> LiteralList(ExpandingSegment list)
    {
        var bind = compiled.Binds[list.Bind];
        var values = ExpandingValue.Literals(bind.Value, bind, compiled.Dialect);
        var segments = new List<SqlSegment> { new TextSegment(values.Count == 0 ? list.EmptyText : list.RowKeyword) };
        for (var i = 0; i < values.Count; i++)
        {
            segments.Add(new TextSegment(i == 0 ? "" : ", "));
            segments.AddRange([.. WithLiterals(list.Before), new TextSegment(values[i]), .. WithLiterals(list.After)]);
        }

        return segments;
    }

    private string OwnLiteral(int bind)
    {
        var parameter = compiled.Binds[bind];
        return parameter.HasValue ? compiled.Dialect.Literals.Render(parameter.Value, parameter.Type) : throw new MissingValueException(parameter.Key);
    }

    private void Marker(int bind, int element, string name)
    {
        var type = compiled.Dialect.Types.Implementation(compiled.Binds[bind].Type is TupleType tuple ? tuple.Items[element % tuple.Items.Count] : compiled.Binds[bind].Type);
        _text.Append(_features.ParameterStyle switch
        {
            ParameterStyle.QuestionMark => _parameters.Append(bind, element, type, "?"),
            ParameterStyle.Format => _parameters.Append(bind, element, type, "%s"),
            ParameterStyle.Numbered => $"${_parameters.Once(bind, element, type, null)}",
            ParameterStyle.NumberedColon => $":{_parameters.Once(bind, element, type, null)}",
            ParameterStyle.ColonLetter => _parameters.Named(bind, element, type, ":" + Unreserved(SafeName(bind, element, name))),
            ParameterStyle.Colon => _parameters.Named(bind, element, type, ":" + SafeName(bind, element, name)),
            ParameterStyle.At => _parameters.Named(bind, element, type, "@" + SafeName(bind, element, name)),
            ParameterStyle.NamedFormat => _parameters.Named(bind, element, type, $"%({SafeName(bind, element, name)})s"),
        });
    }

    // A parameter is named after its column, whose name may hold anything: only letters, digits and underscores may stand in a mark.
    private string SafeName(int bind, int element, string name)
    {
        var safe = name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_') ? name : string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        while (!_owners.TryAdd(safe, (bind, element)) && _owners[safe] != (bind, element))
        {
            safe += "_";
        }

        return safe;
    }

    // Where a mark is an identifier, a word of the database's own needs quotes.
    private string Unreserved(string name) => compiled.Dialect.Identifiers.IsReserved(name) ? compiled.Dialect.Identifiers.QuoteAlways(name) : name;

    private void Schema(string? schema, SchemaSegment segment)
    {
        if (!string.IsNullOrEmpty(schema))
        {
            var name = segment.Quote is null ? compiled.Dialect.Identifiers.QuoteSchema(schema) : compiled.Dialect.Identifiers.Quote(new QuotedName(schema, segment.Quote));
            _text.Append(segment.IsInText ? name.Replace("'", "''", StringComparison.Ordinal) : name).Append('.');
        }
    }
}
