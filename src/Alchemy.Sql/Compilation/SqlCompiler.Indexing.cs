namespace Alchemy;

public partial class SqlCompiler
{
    /// <inheritdoc/>
    protected internal override void VisitArray(ArrayExpression node)
    {
        if (Features.ExtendedOperators is Support.No)
        {
            throw Unsupported("ARRAY", "the database has no arrays: use a list parameter of IN, a table, or a JSON document.");
        }

        var type = (ArrayType)node.Type;
        Write("ARRAY[").Render(node.Items).Write("]");
        Write(node.Items.Count == 0 && type.Item is not NullType ? "::" + Dialect.Types.Render(type) : "");
    }

    /// <inheritdoc/>
    protected internal override void VisitSlice(Slice node) => Render(node.Start).Write(":").Render(node.Stop);

    /// <inheritdoc/>
    protected internal override void VisitIndex(ElementAccess node)
    {
        switch (node.Kind)
        {
            case IndexKind.Array:
                Render(node.Target).Write("[").Render(node.Index).Write("]");
                break;
            case IndexKind.HStore:
                WriteHStore(node);
                break;
            default:
                WriteJson(node);
                break;
        }
    }

    private void WriteHStore(ElementAccess node)
    {
        if (Features.JsonAccess is JsonAccess.Arrows && Features.JsonSubscript is Support.No)
        {
            WriteGrouped(node.Target, "->", node.Index);
            return;
        }

        WriteSubscript(node);
    }

    /// <summary>Writes an element of a document.</summary>
    protected virtual void WriteJson(ElementAccess node)
    {
        var isDocument = node.Type is JsonType;
        var isPath = node.Kind is IndexKind.JsonPath or IndexKind.JsonPathText;
        var isText = node.Kind is IndexKind.JsonText or IndexKind.JsonPathText;
        switch (Features.JsonAccess)
        {
            case JsonAccess.None:
                throw Unsupported("An element of a JSON document", "the database has no JSON: store the value in a column of its own.");
            case JsonAccess.Subscript:
                WriteSubscript(node);
                break;
            case JsonAccess.Arrows when isText:
                WriteGrouped(node.Target, isPath ? "#>>" : "->>", node.Index);
                break;
            case JsonAccess.Arrows when !isDocument:
                Write("CAST(");
                WriteGrouped(node.Target, isPath ? "#>>" : "->>", node.Index);
                Write($" AS {Dialect.Types.Render(node.Type)})");
                break;
            case JsonAccess.Arrows when !isPath && node.Target.Type is JsonType { IsBinary: true } && Features.JsonSubscript is Support.Yes:
                WriteSubscript(node);
                break;
            case JsonAccess.Arrows:
                WriteGrouped(node.Target, isPath ? "#>" : "->", node.Index);
                break;
            case JsonAccess.QuotedExtract:
                WriteQuotedExtract(node, isDocument, isText);
                break;
            case JsonAccess.Extract:
                WriteExtract(node, isDocument);
                break;
            case JsonAccess.ValueOrQuery or JsonAccess.ValueOrQueryOfLiteral:
                WriteValueOrQuery(node, isDocument);
                break;
        }
    }

    private void WriteSubscript(ElementAccess node)
    {
        var call = node.Target is FunctionCall or Cast;
        Write(call ? "(" : "").Render(node.Target).Write(call ? ")[" : "[").Render(node.Index).Write("]");
    }

    private void WriteGrouped(ColumnElement left, string op, ColumnElement right)
    {
        var grouped = _inOperator;
        Write(grouped ? "(" : "").WriteOperator(left, op, right).Write(grouped ? ")" : "");
    }

    // JSON_EXTRACT gives text without its quotes: as a document it gets them back.
    private void WriteQuotedExtract(ElementAccess node, bool isDocument, bool isText)
    {
        Write(isDocument && !isText ? "JSON_QUOTE(" : isText ? "" : "CAST(");
        WriteCall("JSON_EXTRACT", node);
        Write(isDocument && !isText ? ")" : isText ? "" : $" AS {Dialect.Types.Render(node.Type)})");
    }

    private void WriteExtract(ElementAccess node, bool isDocument)
    {
        if (isDocument)
        {
            WriteCall("JSON_EXTRACT", node);
            return;
        }

        // JSON's null is no NULL there.
        Write("CASE ");
        WriteCall("JSON_EXTRACT", node);
        Write(" WHEN 'null' THEN NULL ");
        switch (node.Type)
        {
            case BooleanType:
                Write("WHEN true THEN true ELSE false");
                break;
            case SmallIntegerType or IntegerType or BigIntegerType:
                Write("ELSE CAST(");
                WriteCall("JSON_EXTRACT", node);
                Write(" AS SIGNED INTEGER)");
                break;
            case NumericType { Precision: int precision, Scale: int scale }:
                Write("ELSE CAST(");
                WriteCall("JSON_EXTRACT", node);
                Write($" AS DECIMAL({precision}, {scale}))");
                break;
            case NumericType or DoubleType or RealType:
                Write("ELSE ");
                WriteCall("JSON_EXTRACT", node);
                Write("+0.0000000000000000000000");
                break;
            default:
                Write("ELSE JSON_UNQUOTE(");
                WriteCall("JSON_EXTRACT", node);
                Write(")");
                break;
        }

        Write(" END");
    }

    private void WriteValueOrQuery(ElementAccess node, bool isDocument)
    {
        if (isDocument)
        {
            WriteCall("JSON_QUERY", node);
        }
        else if (node.Type is StringType or TextType)
        {
            WriteCall("JSON_VALUE", node);
        }
        else
        {
            Write("CAST(");
            WriteCall("JSON_VALUE", node);
            Write($" AS {Dialect.Types.Render(node.Type)})");
        }
    }

    private void WriteCall(string function, ElementAccess node)
    {
        Write(function + "(").Render(node.Target).Write(", ");
        _ = Features.JsonAccess is JsonAccess.ValueOrQueryOfLiteral ? RenderLiteral(node.Index) : Render(node.Index);
        Write(")");
    }
}
