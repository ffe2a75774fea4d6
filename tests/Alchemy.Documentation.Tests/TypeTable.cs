using System.Text.Json;

namespace Alchemy.Tests;

/// <summary>Writes docs/types.md from the type compilers, the literals and the statement compilers.</summary>
internal static class TypeTable
{
    private static readonly (string Title, Dialect Dialect)[] All =
    [
        ("SQLite", Dialects.Sqlite), ("PostgreSQL", Dialects.PostgreSql), ("MariaDB", Dialects.MariaDb), ("MySQL", Dialects.MySql), ("SQL Server", Dialects.SqlServer), ("Oracle", Dialects.Oracle),
    ];

    // The databases that the tests run on.
    private static readonly (string Title, Dialect Dialect)[] Run = All[..3];

    private static readonly DateTime Noon = new DateTime(2026, 3, 1, 12, 0, 0).AddTicks(1234567);

    private static readonly (string Clr, SqlType Type, object Sample)[] Types =
    [
        ("bool", SqlTypes.Boolean, true), ("byte, sbyte, short", SqlTypes.Of<short>(), (short)-7), ("ushort, int", SqlTypes.Of<int>(), -7), ("uint, long", SqlTypes.Of<long>(), 7L), ("ulong", SqlTypes.Of<ulong>(), ulong.MaxValue),
        ("decimal", SqlTypes.Numeric(), 1.50m), ("decimal, of 12 digits", SqlTypes.Numeric(12, 2), 1.50m), ("double", SqlTypes.Double, 0.1), ("float", SqlTypes.Real, 0.1f), ("string", SqlTypes.Text, "it's"),
        ("string, of 50", SqlTypes.String(50), "it's"), ("byte[]", SqlTypes.Binary(), new byte[] { 0, 255 }), ("Guid", SqlTypes.Guid, Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e")), ("DateTime", SqlTypes.DateTime, Noon),
        ("DateTimeOffset", SqlTypes.DateTimeOffset, new DateTimeOffset(Noon, TimeSpan.FromHours(1))), ("DateOnly", SqlTypes.Date, new DateOnly(2026, 3, 1)), ("TimeOnly", SqlTypes.Time, TimeOnly.FromDateTime(Noon)), ("TimeSpan", SqlTypes.Interval(), new TimeSpan(1, 2, 3, 4)),
        ("enum, by number", SqlTypes.Of<DayOfWeek>(), DayOfWeek.Friday), ("enum, by name", new EnumType(typeof(MidpointRounding), ByName: true), MidpointRounding.ToEven), ("JsonElement", SqlTypes.Json, JsonDocument.Parse("[1]").RootElement), ("int[]", SqlTypes.Array(SqlTypes.Integer), new[] { 1, 2 }),
    ];

    private static readonly (string Name, Func<UntypedColumn, SqlType, ClauseElement> Make, Func<SqlType, bool> Has)[] Operations =
    [
        ("=", (v, t) => Compared(SqlOperator.Equal, v, t), t => t is not (JsonType or ArrayType)), ("<", (v, t) => Compared(SqlOperator.Less, v, t), HasOrder), ("ORDER BY", (v, _) => Sql.Select(v).OrderBy(v), HasOrder),
        ("DISTINCT", (v, _) => Sql.Select(v).Distinct(), t => t is not (JsonType or ArrayType)), ("MIN", (v, t) => Sql.Select(new FunctionCall("min", [v], t)), HasOrder), ("SUM", (v, t) => Sql.Select(new FunctionCall("sum", [v], t)), IsSummed),
        ("+", (v, t) => Computed(SqlOperator.Add, v, t), IsSummed), ("/", (v, t) => Computed(SqlOperator.Divide, v, t), IsNumber), ("%", (v, t) => Computed(SqlOperator.Modulo, v, t), IsNumber),
    ];

    public static string Make() => $$"""
        # What values mean in each database

        What is written is read back, and every operator means what it means in C#: dialect-tests/Alchemy.Dialect.Tests/Types holds it for each type, by each way into the database and out of it, on SQLite, PostgreSQL and MariaDB.
        Where a database would answer otherwise, the statement is written another way, or refused by name; what is left are the rules below. The tables are written from the compilers (`ALCHEMY_WRITE_DOCS=1 ./tools/test unit` writes them anew, and a test holds them).
        SQL Server, Oracle and MySQL 8 stand here by their manuals: no test of this project has run on one of them. (They run on MySQL 5.6 when asked: it has no JSON, and no collation of `utf8mb4` in which a space at the end of a text counts.)

        ## Column types

        `SqlTypes.Of<T>()` gives the type of a CLR type; a nullable form has the same. A row (`Row`) holds a number as the SQL type has it; `As<T>()` and objects have it as the program asks.

        {{Columns()}}

        ## How a value is sent

        As it stands in the text of a literal; a parameter is the same value, in the provider's own form. It is read back by the reader of its type, whatever type the server has computed it in.

        {{Literals()}}

        ## What operators become

        A dot: the operator itself, which means what it means in C#. Otherwise the SQL that gives it that meaning, or *refused*. A dash: C# has no such operator.

        {{string.Join("\n\n", Run.Select(Operators))}}

        ## Rules

        Each has a test (RuleTests, and the class of its family in dialect-tests/Alchemy.Dialect.Tests/Types).

        1. **Ticks.** PostgreSQL and MariaDB keep microseconds. What is finer is cut off (to the moment before, never rounded), in parameters and in literals, so that what was written is found again; SQLite keeps every tick. A type with fewer digits (`new DateTimeType(0)`) cuts to those everywhere.
        2. **Zone.** A `DateTime` is a reading of a clock: its `Kind` is not kept and changes nothing, and it comes back as `Unspecified`. Nothing is ever converted to the machine's or the server's zone. A `DateTimeOffset` is an instant: compared, sorted and grouped as such; SQLite keeps its offset, PostgreSQL and MariaDB give it back in UTC.
        3. **First and last dates.** `DateOnly.MinValue`, `DateOnly.MaxValue` and `DateTime.MinValue` are `-infinity` and `infinity` on PostgreSQL, as Npgsql has it; they come back as they were.
        4. **Text.** It is compared by the collation of its column: ordinally where that is binary (`C` on PostgreSQL, `utf8mb4_nopad_bin` on MariaDB, SQLite's own). The order is that of code points, in which U+1F600 comes after U+FFFD; C# compares the halves of surrogate pairs. A length counts code points.
        5. **Characters that are none.** PostgreSQL has no NUL in text, and no database has half of a surrogate pair: refused by name, never replaced.
        6. **CHAR(n)** comes back filled with spaces on PostgreSQL, and is compared without them.
        7. **NaN and infinities** are kept by PostgreSQL, where NaN is equal to itself and greater than all; SQLite keeps infinities and refuses NaN, MySQL and MariaDB refuse both. Of the two zeros of C# either may come back.
        8. **Overflow** never goes round: it is an error, or a wider number that is an error when it is read. A sum has the type of what is summed up: cast before summing where it may not fit. A moment that is shifted beyond the year 9999 is NULL to MariaDB and a later one to PostgreSQL, which is an error when it is read, and to SQLite an error.
        9. **Division by zero** is an error on PostgreSQL, and for decimals on SQLite; elsewhere NULL.
        10. **Quotients** and averages of decimals have at least 16 digits on PostgreSQL, and 28 behind the point on MariaDB (the session's `div_precision_increment`) and SQLite. A number of more digits than a `decimal` has is rounded behind the point when it is read.
        11. **Standard names.** `StandardTypes.Decimal(…)` is a REAL to SQLite, and a value that a REAL cannot hold is refused; `SqlTypes.Numeric(…)` keeps every digit. Decimals that another program has kept as REAL are compared as decimals.
        12. **Enums by name** are compared and sorted by their numbers. A value that has no name has no place in the order; the least and the greatest are refused.
        13. **Identifiers** have C#'s order everywhere. MariaDB's UUID takes identifiers of the standard's variants only: `new GuidType(IsNative: false)` takes all.
        14. **Spans.** A database without INTERVAL keeps the moment that the span leads to from 1970 on. Arithmetic with times, dates and spans that would compute with their digits is refused.
        15. **Documents.** JSON's `null` is a document; null is NULL. Only `jsonb` has an `=` that compares documents.

        ## Types of your own

        A decorator is stored as another type. It is compiled into readers and binders, so that no value is boxed; it is given neither null nor NULL (`StoreOfNull` and `ModelOfNull` say what stands for them), and serves in operators, lists, keys, arrays and as the variant of one database.

        ```csharp
        var table = new Table("wallets", new MetaData(), new Column("amount", new Cents()));
        Console.WriteLine(Sql.Select(table.C("amount")).Where(table.C("amount") > new Money(1.5m)).ToString(Dialects.PostgreSql));
        Console.WriteLine(Dialects.PostgreSql.Types.Render(new Cents()));

        readonly record struct Money(decimal Amount);

        sealed record Cents() : TypeDecorator<Money, long>(SqlTypes.BigInteger)
        {
            public override long ToStore(Money value) => (long)(value.Amount * 100);
            public override Money FromStore(long value) => new(value / 100m);
        }
        ```

        prints

        ```
        SELECT wallets.amount FROM wallets WHERE wallets.amount > $1
        BIGINT
        ```

        """;

    private static string Columns() => Table(All, t => d => d.Types.Render(t.Type));

    private static string Literals() => Table(All, t => d => d.Literals.Render(t.Sample, t.Type));

    private static string Table((string Title, Dialect Dialect)[] dialects, Func<(string Clr, SqlType Type, object Sample), Func<Dialect, string>> cell)
        => $"| C# | {string.Join(" | ", dialects.Select(d => d.Title))} |\n|---|{string.Concat(dialects.Select(_ => "---|"))}"
            + string.Concat(Types.Select(t => $"\n| {t.Clr} | {string.Join(" | ", dialects.Select(d => Said(() => cell(t)(d.Dialect))))} |"));

    private static string Operators((string Title, Dialect Dialect) database)
        => $"### {database.Title}\n\n| C# | {string.Join(" | ", Operations.Select(o => o.Name))} |\n|---|{string.Concat(Operations.Select(_ => "---|"))}"
            + string.Concat(Types.Where(t => t.Type is not ArrayType).Select(t => $"\n| {t.Clr} | {string.Join(" | ", Operations.Select(o => o.Has(t.Type) ? Becomes(o, t.Type, database.Dialect) : "–"))} |"));

    // The plain form is that of the standard, of a type that needs nothing.
    private static string Becomes((string Name, Func<UntypedColumn, SqlType, ClauseElement> Make, Func<SqlType, bool> Has) operation, SqlType type, Dialect dialect)
        => Said(() => Text(operation, type, dialect)) is var said && said == $"`{Text(operation, SqlTypes.SmallInteger, Dialects.PostgreSql).Replace("$1", Marker(dialect))}`" ? "·" : said;

    private static string Marker(Dialect dialect) => dialect.Features.ParameterStyle switch { ParameterStyle.At => "@p", ParameterStyle.Numbered => "$1", _ => "?" };

    private static string Text((string Name, Func<UntypedColumn, SqlType, ClauseElement> Make, Func<SqlType, bool> Has) operation, SqlType type, Dialect dialect)
        => dialect.Compile(operation.Make(new UntypedColumn(new ColumnClause("v", type)), type)).Text.Replace("SELECT ", "").Replace("DISTINCT v ORDER", "ORDER");

    private static BinaryExpression Compared(SqlOperator op, UntypedColumn column, SqlType type) => new(op, column, new BindParameter("p", type), SqlTypes.Boolean);

    private static Select Computed(SqlOperator op, UntypedColumn column, SqlType type) => Sql.Select(new BinaryExpression(op, column, new BindParameter("p", type), type));

    private static bool IsNumber(SqlType type) => type is not EnumType && Type.GetTypeCode(type.ClrType) is >= TypeCode.SByte and <= TypeCode.Decimal;

    private static bool IsSummed(SqlType type) => IsNumber(type) || type is IntervalType;

    private static bool HasOrder(SqlType type) => type is not (JsonType or ArrayType or BinaryType);

    private static string Said(Func<string> cell)
    {
        try
        {
            return $"`{cell().Replace("|", "\\|", StringComparison.Ordinal)}`";
        }
        catch (CompileException)
        {
            return "*refused*";
        }
    }
}
