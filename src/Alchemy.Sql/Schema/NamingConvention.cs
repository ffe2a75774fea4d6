using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Alchemy;

/// <summary>How the constraints and indexes of a MetaData are named that have no name of their own, one form a kind: <c>ix</c>, <c>uq</c>, <c>ck</c>, <c>fk</c>, <c>pk</c>.</summary>
/// <remarks>In a form stand <c>%(table_name)s</c>, <c>%(column_0_name)s</c> (the first column; <c>column_0N_name</c> all of them, <c>column_0_N_name</c> all with underscores between),
/// <c>%(column_0_label)s</c> (table and column), <c>%(referred_table_name)s</c>, <c>%(referred_column_0_name)s</c>, <c>%(constraint_name)s</c> (the name that was given: the only form that changes one), and the names of <see cref="Tokens"/>.</remarks>
/// <example><code>new MetaData { NamingConvention = new() { ["pk"] = "pk_%(table_name)s", ["fk"] = "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s" } }</code></example>
public sealed partial class NamingConvention
{
    private readonly Dictionary<string, string> _forms = new(StringComparer.Ordinal) { ["ix"] = "ix_%(column_0_label)s" };

    internal static NamingConvention Default { get; } = new();

    /// <summary>The form of a kind; null for none.</summary>
    public string? this[string kind]
    {
        get => _forms.GetValueOrDefault(kind);
        init => _forms[Kinds.Contains(kind) ? kind : throw new InvalidStatementException($"A naming convention has forms for {string.Join(", ", Kinds.Order())}; not for '{kind}'.")] = value!;
    }

    /// <summary>Parts of a name of the user's own: from the constraint or index and its table.</summary>
    public IReadOnlyDictionary<string, Func<ISchemaItem, Table, string>> Tokens { get; init; } = FrozenDictionary<string, Func<ISchemaItem, Table, string>>.Empty;

    private static FrozenSet<string> Kinds { get; } = new[] { "ix", "uq", "ck", "fk", "pk" }.ToFrozenSet();

    /// <summary>The name of a constraint; null when the convention says nothing about it.</summary>
    internal string? NameOf(TableConstraint constraint)
    {
        var kind = constraint switch { UniqueConstraint => "uq", CheckConstraint => "ck", ForeignKeyConstraint => "fk", PrimaryKeyConstraint => "pk", _ => null };
        if (kind is null || this[kind] is not { } form || constraint.IsNameFinal || constraint.Name is not null && !form.Contains("constraint_name", StringComparison.Ordinal))
        {
            return null;
        }

        var table = constraint.Table;
        var referred = constraint is ForeignKeyConstraint key ? (key.ReferredTable, key.ReferredColumnNames) : (null, []);
        return Fill(form, constraint, table, constraint.ColumnNames, referred, constraint.Name);
    }

    /// <summary>The name of an index without one.</summary>
    internal string? NameOf(TableIndex index) => this["ix"] is { } form && index.TryTable is { } table
        ? Fill(form, index, table, [.. index.Items.SelectMany(ColumnsOf)], (null, []), null)
        : null;

    private static IEnumerable<string> ColumnsOf(IndexItem item) => item.ColumnName is { } name ? [name] : ColumnFinder.Columns(item.Expression!).Select(c => c.Key);

    private string Fill(string form, ISchemaItem item, Table table, IReadOnlyList<string> columns, (Table? Table, IReadOnlyList<string> Columns) referred, string? given)
        => Token().Replace(form, match => match.Groups[1].Value switch
        {
            var token when Tokens.TryGetValue(token, out var own) => own(item, table),
            "table_name" => table.Name,
            "referred_table_name" => referred.Table?.Name ?? "",
            "constraint_name" => given ?? throw new InvalidStatementException($"A constraint of table '{table.Name}' has no name, and the naming convention '{form}' makes its name of the one that is given: name it."),
            var token when ColumnToken().Match(token) is { Success: true } column => Columns(column, column.Groups[1].Success ? referred.Columns : columns, column.Groups[1].Success ? referred.Table! : table),
            var token => throw new InvalidStatementException($"The naming convention '{form}' has a part '{token}' that is not known: give it in Tokens."),
        });

    private static string Columns(Match token, IReadOnlyList<string> columns, Table table)
    {
        var first = int.Parse(token.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture);
        var names = columns.Skip(first).Select(key => token.Groups[5].Value switch { "label" => $"{Prefix(table)}{table.Name}_{table.NameOf(key).Text}", "name" => table.NameOf(key).Text, _ => key });
        return token.Groups[4].Success ? string.Join(token.Groups[3].Success ? "_" : "", names) : names.FirstOrDefault() ?? "";
    }

    private static string Prefix(Table table) => table.Schema is { } schema ? schema.Replace('.', '_') + "_" : "";

    [GeneratedRegex(@"%\((\w+)\)s")]
    private static partial Regex Token();

    [GeneratedRegex(@"^(referred_)?column_(\d+)(?:(_)?(N))?_(name|key|label)$")]
    private static partial Regex ColumnToken();
}
