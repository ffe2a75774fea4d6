namespace Alchemy.Internals;

/// <summary>Elements of arrays, documents and maps, by the type of what they are taken from.</summary>
internal static class Indexing
{
    public static ColumnElement Element(ColumnElement target, object index) => target.Type switch
    {
        ArrayType array => new ElementAccess(IndexKind.Array, Grouped(target), Place(target, index, SqlTypes.Integer), array.Dimensions > 1 ? array with { Dimensions = array.Dimensions - 1 } : array.Item),
        JsonType json when index is Array path and not byte[] => new ElementAccess(IndexKind.JsonPath, target, Place(target, path, new JsonPathType()), json),
        JsonType json => new ElementAccess(IndexKind.Json, target, Place(target, index, new JsonIndexType(index is string)), json),
        NativeType { Name: "HSTORE" } => new ElementAccess(IndexKind.HStore, target, Place(target, index, SqlTypes.String()), SqlTypes.Text),
        var other => throw new InvalidStatementException($"A value of type {other} has no elements: arrays, JSON documents and HSTORE have."),
    };

    public static ColumnElement Slice(ColumnElement target, object start, object stop) => target.Type is ArrayType array
        ? new ElementAccess(IndexKind.Array, Grouped(target), new Slice(Place(target, start, SqlTypes.Integer), Place(target, stop, SqlTypes.Integer)), array)
        : throw new InvalidStatementException($"A value of type {target.Type} has no slices: arrays have.");

    public static ColumnElement Read(ColumnElement element, SqlType type) => Index(element).As(type);

    public static ColumnElement AsText(ColumnElement element)
    {
        var index = Index(element);
        return index.As(SqlTypes.Text, index.Kind is IndexKind.JsonPath ? IndexKind.JsonPathText : IndexKind.JsonText);
    }

    public static SqlType TargetType(ColumnElement element) => Index(element).Target.Type;

    private static ElementAccess Index(ColumnElement element) => element.Node as ElementAccess
        ?? throw new InvalidStatementException("Only an element of a document, such as column[\"name\"], is read as another type: use Cast for other values.");

    private static ColumnElement Place(ColumnElement target, object index, SqlType type) => index is ColumnElement element
        ? element.Node
        : new BindParameter(Coercion.BindName(target), type, index, hasValue: true, unique: true);

    // PostgreSQL takes (f(x))[1], and not f(x)[1].
    private static ColumnElement Grouped(ColumnElement target) => target.Node is FunctionCall call ? new Grouping(call) : target;
}
