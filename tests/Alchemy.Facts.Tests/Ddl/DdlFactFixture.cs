using System.Text.RegularExpressions;

namespace Alchemy.Tests;

/// <summary>Facts of definitions, whose recorded text has white space that ours has elsewhere: after an opening parenthesis and before a closing one.</summary>
public abstract partial class DdlFactFixture : FactFixture
{
    protected static StandardDialect Default => FactDialects.Default;

    protected static Column Int(string name) => new(name, SqlTypes.Integer);

    protected static Column Str(string name, int? length = null) => new(name, SqlTypes.String(length));

    /// <summary>A table of its own.</summary>
    protected static Table T(string name, params ISchemaItem[] items) => new(name, new MetaData(), items);

    /// <summary>A statement as it was executed: line breaks taken out.</summary>
    protected static string Executed(Dialect dialect, DdlStatement statement) => WithoutBreaks(dialect.Compile(statement).ToString());

    /// <summary>The text without the white space of lines inside of parentheses.</summary>
    protected static string WithoutBreaks(string text) => Brackets().Replace(Corpus.Fold(text), m => m.Value.Trim());

    /// <summary>A statement with the places of schemas.</summary>
    protected static string WithSchemas(Dialect dialect, ClauseElement statement) => dialect.Compile(statement).ToString(fill: false, schemas: true);

    /// <summary>A constraint that becomes part of a table, and the statement that adds it.</summary>
    protected static AddConstraint Add(Table table, TableConstraint constraint)
    {
        table.Append(constraint);
        return new AddConstraint(constraint);
    }

    /// <summary>An index that becomes part of a table, and the statement that creates it.</summary>
    protected static CreateIndex Create(Table table, TableIndex index)
    {
        table.Append(index);
        return new CreateIndex(index);
    }

    [GeneratedRegex(@"\( | \)")]
    private static partial Regex Brackets();
}
