namespace Alchemy;

public partial class SqlCompiler
{
    // The list whose elements' expression is being rendered: it stands there for one element.
    private BindParameter? _element;
    private readonly HashSet<BindParameter> _converting = new(ReferenceEqualityComparer.Instance);

    /// <inheritdoc/>
    protected internal override void VisitBindParameter(BindParameter node)
    {
        if (_context.InDdl)
        {
            WriteInDdl(node);
            return;
        }

        if (ReferenceEquals(node, _element))
        {
            _writer.Write(new ElementSegment());
            return;
        }

        var index = _binds.Index(node);
        if (node.IsExpanding)
        {
            throw Unsupported($"The list parameter '{node.Key}'", "a list can only stand right of IN.");
        }

        // The expression holds the parameter itself, which is rendered plain there.
        if (!node.IsOutput && !_converting.Contains(node) && Dialect.Types.Implementation(node.Type).BindExpression(node) is { } expression)
        {
            _converting.Add(node);
            Render(expression);
            _converting.Remove(node);
            return;
        }

        WriteParameter(node, index);
    }

    private void WriteParameter(BindParameter node, int index)
    {
        var name = _binds.Name(node, isInner: _context.Dml is { IsInner: true });
        _writer.Write(node.IsLiteral || _context.LiteralBinds ? new LiteralSegment(index, name) : new ParameterSegment(index, name, CastBeside(node.Type)));
    }

    private string CastBeside(SqlType type)
        => Features.ParameterCast is ParameterCast.Suffix && Dialect.Types.ParameterCast(Dialect.Types.Stored(type)) is { } name ? ParameterCastText(name) : "";

    /// <summary>What stands after the mark of a parameter to say its type: <c>::INTEGER</c></summary>
    /// <param name="type">The type's name.</param>
    protected virtual string ParameterCastText(string type) => "::" + type;

    /// <summary>Renders a value where the database takes no parameter: a bind parameter becomes a slot into which its value is written at execution.</summary>
    protected SqlCompiler RenderLiteral(ColumnElement node)
    {
        if (node.Node is not BindParameter bind)
        {
            return Render(node);
        }

        _writer.Write(new LiteralSegment(_binds.Index(bind), _binds.Name(bind)));
        return this;
    }

    /// <inheritdoc/>
    protected internal override void VisitConstant(Constant node) => Write((node.Kind, Features.BooleanLiteral) switch
    {
        (ConstantKind.Null, _) => "NULL",
        (ConstantKind.Default, _) => Features.DefaultKeyword is Support.Yes ? "DEFAULT" : throw Unsupported("DEFAULT as a value", "leave the column out."),
        (ConstantKind.True, BooleanLiteral.Keyword) => "true",
        (ConstantKind.True, BooleanLiteral.Number) => "1",
        (ConstantKind.False, BooleanLiteral.Keyword) => "false",
        (ConstantKind.False, BooleanLiteral.Number) => "0",
    });

    /// <inheritdoc/>
    protected internal override void VisitLiteralValue(LiteralValue node) => Write(Dialect.Literals.Render(node.Value, node.Type));

    /// <inheritdoc/>
    protected internal override void VisitColumnClause(ColumnClause node) => _ = node.IsText ? Write(node.Name) : WriteName(node.Name);

    /// <inheritdoc/>
    protected internal override void VisitText(TextClause node)
    {
        for (var i = 0; i < node.Pieces.Count; i++)
        {
            Write(node.Pieces[i]);
            if (i == node.Inserts.Count)
            {
                break;
            }

            if (node.Inserts[i] is BindParameter { IsExpanding: true } list && !_context.InDdl)
            {
                WriteListInText(list, node.Pieces[i], node.Pieces[i + 1]);
            }
            else
            {
                WriteInsert(node.Inserts[i]);
            }
        }
    }

    // A FROM stands in an interpolated text as in a FROM list.
    private void WriteInsert(ClauseElement node)
    {
        var inFrom = _context.InFrom;
        _context.InFrom = node is FromClause;
        Render(node);
        _context.InFrom = inFrom;
    }

    /// <inheritdoc/>
    protected internal override void VisitAnnotated(Annotated node) => Visit(node.Element);

    /// <inheritdoc/>
    protected internal override void VisitTuple(TupleExpression node) => Write("(").Render(node.Items).Write(")");

    /// <inheritdoc/>
    protected internal override void VisitScalarValues(ScalarValues node) => Write("(VALUES ").Render(node.Rows).Write(")");

    /// <inheritdoc/>
    protected internal override void VisitTypeCoerce(TypeCoerce node) => Render(node.Operand);

    /// <inheritdoc/>
    protected internal override void VisitLabel(Label node) => Render(node.Element);

    /// <inheritdoc/>
    protected internal override void VisitGrouping(Grouping node) => Write("(").Render(node.Element).Write(")");

    /// <inheritdoc/>
    protected internal override void VisitCast(Cast node)
    {
        if (node.IsTry && Features.TryCast is Support.No)
        {
            throw Unsupported("TRY_CAST", "use Cast(...), which raises an error for what cannot be converted.");
        }

        var isNamed = Dialect.Types.SchemaOf(node.Type) is not null;
        if (!isNamed && CastType(node.Type) is not { } name)
        {
            _ = Features.UnsupportedCast is UnsupportedCast.LeftOut
                ? Render(node.Operand.TopOperator is null ? node.Operand : new Grouping(node.Operand))
                : throw Unsupported($"A CAST to {Dialect.Types.Render(node.Type)}", "cast to a type that the database casts to, or use the value as it is.");
            return;
        }

        Write(node.IsTry ? "TRY_CAST(" : "CAST(").Render(node.Operand).Write(" AS ");
        _ = isNamed ? WriteType(node.Type) : Write(CastType(node.Type)!);
        Write(")");
    }

    /// <summary>The name of a type in CAST; null for a type that the database casts nothing to.</summary>
    protected virtual string? CastType(SqlType type) => Dialect.Types.Render(type);

    /// <inheritdoc/>
    protected internal override void VisitExtract(Extract node) => Write($"EXTRACT({ExtractField(node.Field)} FROM ").Render(node.Operand).Write(")");

    /// <summary>The word for a part of a date.</summary>
    /// <exception cref="CompileException">The database has no such part.</exception>
    protected virtual string ExtractField(string field) => field;

    /// <inheritdoc/>
    protected internal override void VisitCollation(Collation node)
        => Render(node.Operand).Write(" COLLATE ").Write(Dialect.Identifiers.QuoteCollation(node.CollationName, node.Schema));

    /// <inheritdoc/>
    protected internal override void VisitCase(Case node)
    {
        Write("CASE");
        if (node.Value is not null)
        {
            Write(" ").Render(node.Value);
        }

        for (var i = 0; i < node.Conditions.Count; i++)
        {
            Write(" WHEN ");
            var when = Grouping.AsValue(node.Conditions[i]);
            _ = node.Value is null ? RenderCondition(when) : Render(when);
            Write(" THEN ").Render(node.Results[i]);
        }

        if (node.Otherwise is not null)
        {
            Write(" ELSE ").Render(node.Otherwise);
        }

        Write(" END");
    }

    /// <inheritdoc/>
    protected internal override void VisitExists(Exists node) => Write("EXISTS (").Nested(node.Subquery).Write(")");

    /// <inheritdoc/>
    protected internal override void VisitScalarSelect(ScalarSelect node) => Write("(").Nested(node.Select).Write(")");

    /// <inheritdoc/>
    protected internal override void VisitOrdering(Ordering node)
    {
        if (node.Nulls is not NullsOrder.Database && Features.NullsOrder is Support.No)
        {
            throw Unsupported("NULLS FIRST or NULLS LAST", "sort by a CASE that tells NULL from a value first.");
        }

        Render(node.Element).Write(node.IsDescending switch { null => "", false => " ASC", true => " DESC" });
        Write(node.Nulls switch { NullsOrder.Database => "", NullsOrder.First => " NULLS FIRST", NullsOrder.Last => " NULLS LAST" });
    }

    /// <inheritdoc/>
    protected internal override void VisitExtension(ExtensionElement node) => RenderExtension(node, node.Render);

    /// <inheritdoc/>
    protected internal override void VisitSyntaxExtension(SyntaxExtension node) => RenderExtension(node, node.Render);

    private void WriteExtensions(IReadOnlyList<SyntaxExtension> extensions, ExtensionPoint point)
    {
        foreach (var extension in extensions.Where(e => e.Point == point))
        {
            Write(" ").Render(extension);
        }
    }

    private void RenderExtension(ClauseElement node, Action<SqlCompiler> otherwise)
    {
        if (ExtensionRenderers.Find(node, Dialect) is { } registered)
        {
            registered(node, this);
        }
        else
        {
            otherwise(this);
        }
    }
}
