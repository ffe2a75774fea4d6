using System.Globalization;
using System.Text.RegularExpressions;

namespace Alchemy.Tests;

/// <summary>Rows of what is made for Oracle and SQL Server, with the values in the text, are checked on H2 in its mode of that name, against SQLite's.</summary>
/// <remarks>H2 is neither of them: it checks what a statement means, as far as it reads it, not whether the other database would take it.</remarks>
[TestFixture]
public sealed partial class H2RowsTests
{
    private const int GeneratedStatements = 200;

    private static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    private readonly MetaData _metadata = new();
    private Users _users = null!;
    private Orders _orders = null!;
    private Engine _engine = null!;
    private Connection _sqlite = null!;

    // No empty text, which is NULL to Oracle and to H2 in its mode.
    private IEnumerable<Insert> Contents => Enumerable.Range(0, 14).Select(i => Sql.Insert(_users).Value(_users.Id, i).Value(_users.Name, Name(i)).Value(_users.Age, i % 5 == 4 ? null : i % 5)
            .Value(_users.Active, i % 3 == 0).Value(_users.Credit, i % 4 == 3 ? null : i * 1.25m).Value(_users.Seen, i % 3 == 1 ? null : Noon.AddMinutes(i * 10).ToOffset(TimeSpan.FromHours(i % 4))))
        .Concat(Enumerable.Range(0, 20).Select(i => Sql.Insert(_orders).Value(_orders.Id, i * 5).Value(_orders.UserId, i % 9).Value(_orders.Total, i * 10.5m)));

    [OneTimeSetUp]
    public void Open()
    {
        (_users, _orders) = (new Users(_metadata), new Orders(_metadata));
        _engine = Engine.Create("sqlite://");
        _engine.CreateAll(_metadata);
        _sqlite = _engine.Connect();
    }

    [OneTimeTearDown]
    public void Close()
    {
        _sqlite.Dispose();
        _engine.Dispose();
    }

    [Test]
    public void H2_in_its_Oracle_mode_gives_the_rows_of_SQLite() => Check(Dialects.Oracle, "Oracle", "Oracle");

    [Test]
    public void H2_in_its_SQL_Server_mode_gives_the_rows_of_SQLite() => Check(Dialects.SqlServer, "SQL Server", "MSSQLServer");

    private void Check(StandardDialect dialect, string name, string mode)
    {
        using var h2 = new H2(mode);
        // A type of SQL Server's whose name H2 does not know.
        foreach (var text in dialect.Ddl.CreateAll(_metadata).Prepend("CREATE DOMAIN DATETIMEOFFSET AS TIMESTAMP(7) WITH TIME ZONE"))
        {
            Assert.That(h2.Run(text).Error, Is.Null, text);
        }

        Fill(h2, dialect);
        List<ClauseElement> statements = [.. H2Statements.All(_users, _orders), .. RenderedStatements.Generate(GeneratedStatements)];
        var (run, unread, wrong) = (0, new List<string>(), new List<string>());
        foreach (var statement in statements)
        {
            if (Text(dialect, statement) is not { } text)
            {
                continue;
            }

            run++;
            // H2 has no such hint, which changes no rows.
            var answer = h2.Run(text.Replace(" WITH (HOLDLOCK)", "", StringComparison.Ordinal));
            if (answer.Error is { } error && IsUnread(error))
            {
                unread.Add(Reason(error));
            }
            else if (Difference(statement, answer, h2, dialect) is { } difference)
            {
                wrong.Add($"{difference}\n    {text}");
            }
        }

        var reasons = string.Join("; ", unread.CountBy(r => r).OrderByDescending(r => r.Value).Select(r => $"{r.Value} {r.Key}"));
        TestContext.Out.WriteLine($"{run} of {statements.Count} statements were made for {name} and run on H2 in its {name} mode: the rows of {run - unread.Count} were checked there, {unread.Count} it cannot read{(reasons.Length > 0 ? $" ({reasons})" : "")}.");
        Assert.That(wrong, Is.Empty, $"{wrong.Count} of {run}:\n{string.Join("\n", wrong.Take(25))}");
        Assert.That(unread, Has.Count.LessThan(run / 2));
    }

    // A change is judged by the tables that it leaves.
    private string? Difference(ClauseElement statement, (IReadOnlyList<string?[]> Rows, string? Error) answer, H2 h2, StandardDialect dialect)
    {
        if (answer.Error is { } error)
        {
            return error;
        }

        if (statement is not DmlStatement)
        {
            return Difference(Rows(statement), [.. answer.Rows.Select(Row)], statement is Select { OrderByClauses.Count: > 0 });
        }

        _sqlite.Execute(statement);
        var difference = new[] { Sql.Select(_users.From), Sql.Select(_orders.From) }
            .Select(s => Difference(Rows(s), [.. h2.Run(s.ToLiteralString(dialect)).Rows.Select(Row)], isOrdered: false)).FirstOrDefault(d => d is not null);
        Fill(h2, dialect);
        return difference;
    }

    private static string? Difference(List<string> expected, List<string> actual, bool isOrdered)
    {
        if (!isOrdered)
        {
            expected.Sort(StringComparer.Ordinal);
            actual.Sort(StringComparer.Ordinal);
        }

        return expected.SequenceEqual(actual) ? null : $"SQLite: {string.Join(", ", expected)}\nH2: {string.Join(", ", actual)}";
    }

    private void Fill(H2 h2, StandardDialect dialect)
    {
        foreach (var statement in new DmlStatement[] { Sql.Delete(_orders), Sql.Delete(_users) }.Concat(Contents))
        {
            _sqlite.Execute(statement);
            Assert.That(h2.Run(statement.ToLiteralString(dialect)).Error, Is.Null);
        }
    }

    private static string Name(int i) => (i % 6) switch { 0 => "ann", 1 => "Bob", 2 => "none", 3 => "it's 7", 4 => "50%_0", _ => "éa" };

    private List<string> Rows(ClauseElement statement)
        => [.. _sqlite.Execute(statement).ToList().Select(row => Row(Enumerable.Range(0, row.Count).Select(i => row[i] switch
        {
            null => null,
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
        })))];

    private static string Row(IEnumerable<string?> values) => string.Join("|", values.Select(Value));

    // What is one value in C# is one text here: a number without the digits of its type, a condition, an instant.
    private static string Value(string? value) => value switch
    {
        null => "NULL",
        "True" or "TRUE" => "1",
        "False" or "FALSE" => "0",
        _ when decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => (number / 1.000000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
        _ when value.Contains(':', StringComparison.Ordinal) => DateTimeOffset.Parse(value, CultureInfo.InvariantCulture).ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        _ => value,
    };

    private static string? Text(StandardDialect dialect, ClauseElement statement)
    {
        try
        {
            return statement.ToLiteralString(dialect);
        }
        catch (AlchemyException refused) when (refused is CompileException or InvalidStatementException)
        {
            return null;
        }
    }

    // Syntax, names and functions that it does not know (42), operators and features that it has not, a HAVING in a WITH, and a list of conditions
    // of BIT columns, which are true and false to it (90110); what goes wrong with values is not among them.
    private static bool IsUnread(string error) => error.StartsWith("42", StringComparison.Ordinal) || error[..5] is "90022" or "90110" or "90156" or "HYC00";

    // H2 marks where it stopped with [*].
    private static string Reason(string error) => Marked().Match(error) is { Success: true } m ? $"at \"{m.Value.Replace("[*]", "", StringComparison.Ordinal).Trim()}\"" : error.Split(';')[0][6..];

    [GeneratedRegex(@"(?:\S+ )?\S+ \[\*\](?:\(?[A-Za-z]+)?")]
    private static partial Regex Marked();
}
