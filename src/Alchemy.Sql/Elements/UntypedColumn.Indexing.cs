using Alchemy.Internals;

namespace Alchemy;

public sealed partial class UntypedColumn
{
    /// <summary>An element: of an array by place, of a document by name, place or path (an array of both), of a map by name.</summary>
    /// <exception cref="InvalidStatementException">The value has no elements.</exception>
    public UntypedColumn this[object index] => new(Indexing.Element(this, index));

    /// <summary>The elements of an array from a place to another, both included: <c>a[start:stop]</c>.</summary>
    public UntypedColumn Slice(object start, object stop) => new(Indexing.Slice(this, start, stop));

    /// <summary>An element of a document as text, in each database's own way.</summary>
    public UntypedColumn AsString() => new(Indexing.Read(Node, SqlTypes.String()));

    /// <summary>An element of a document as a whole number.</summary>
    public UntypedColumn AsInteger() => new(Indexing.Read(Node, SqlTypes.Integer));

    /// <summary>An element of a document as true or false.</summary>
    public UntypedColumn AsBoolean() => new(Indexing.Read(Node, SqlTypes.Boolean));

    /// <summary>An element of a document as a floating point number.</summary>
    public UntypedColumn AsFloat() => new(Indexing.Read(Node, SqlTypes.Double));

    /// <summary>An element of a document as an exact decimal.</summary>
    public UntypedColumn AsNumeric(int? precision = null, int? scale = null) => new(Indexing.Read(Node, SqlTypes.Numeric(precision, scale)));

    /// <summary>An element of a document as a document, which it is.</summary>
    public UntypedColumn AsJson() => new(Indexing.Read(Node, Indexing.TargetType(Node)));

    /// <summary>PostgreSQL: an element of a document as text: <c>a -&gt;&gt; b</c>, <c>a #&gt;&gt; b</c>.</summary>
    public UntypedColumn AsText() => new(Indexing.AsText(Node));

    /// <summary><c>a &lt;@ b</c>: all of the array, range, map or document is in another.</summary>
    public ColumnExpression<bool> ContainedBy(object other) => Extended(ExtendedOperators.ContainedBy, other);

    /// <summary><c>a &amp;&amp; b</c>: the arrays or ranges have something in common.</summary>
    public ColumnExpression<bool> Overlaps(object other) => Extended(ExtendedOperators.Overlap, other);

    /// <summary><c>a ? key</c>: the document or map has the key.</summary>
    public ColumnExpression<bool> HasKey(object key) => Extended(ExtendedOperators.HasKey, key);

    /// <summary><c>a ?&amp; keys</c>: it has all of the keys.</summary>
    public ColumnExpression<bool> HasAll(object keys) => Extended(ExtendedOperators.HasAll, keys);

    /// <summary><c>a ?| keys</c>: it has one of the keys.</summary>
    public ColumnExpression<bool> HasAny(object keys) => Extended(ExtendedOperators.HasAny, keys);

    /// <summary><c>a #- CAST(path AS TEXT[])</c>: the document without what is at a path.</summary>
    public UntypedColumn DeletePath(object path)
    {
        var array = path is string[] names ? Sql.Array([.. names.Cast<object?>()]) : Coercion.Literal(path);
        return new(new BinaryExpression(ExtendedOperators.DeletePath, this, new Cast(array, new ArrayType(SqlTypes.Text)), Type));
    }

    /// <summary><c>a @? path</c>: a JSON path finds something.</summary>
    public ColumnExpression<bool> PathExists(object path) => Extended(ExtendedOperators.PathExists, Path(path));

    /// <summary><c>a @@ path</c>: what a JSON path finds is true.</summary>
    public ColumnExpression<bool> PathMatch(object path) => Extended(ExtendedOperators.PathMatch, Path(path));

    /// <summary><c>a &lt;&lt; b</c>: all of the range comes before another.</summary>
    public ColumnExpression<bool> StrictlyLeftOf(object other) => Extended(ExtendedOperators.StrictlyLeftOf, other);

    /// <summary><c>a &gt;&gt; b</c>: all of the range comes after another.</summary>
    public ColumnExpression<bool> StrictlyRightOf(object other) => Extended(ExtendedOperators.StrictlyRightOf, other);

    /// <summary><c>a &amp;&gt; b</c>: the range does not begin before another.</summary>
    public ColumnExpression<bool> NotExtendLeftOf(object other) => Extended(ExtendedOperators.NotExtendLeftOf, other);

    /// <summary><c>a &amp;&lt; b</c>: the range does not reach beyond another.</summary>
    public ColumnExpression<bool> NotExtendRightOf(object other) => Extended(ExtendedOperators.NotExtendRightOf, other);

    /// <summary><c>a -|- b</c>: the ranges meet.</summary>
    public ColumnExpression<bool> AdjacentTo(object other) => Extended(ExtendedOperators.AdjacentTo, other);

    private object Path(object path) => path is string text ? new BindParameter(Coercion.BindName(this), new NativeType("JSONPATH", typeof(string)), text, hasValue: true, unique: true) : path;

    private ColumnExpression<bool> Extended(CustomOperator op, object? other) => new BinaryExpression(op, this, Coercion.Operand(other, this), SqlTypes.Boolean).Typed<bool>();
}
