namespace Alchemy.Matrix;

/// <summary>What became of a test on a database.</summary>
internal enum Outcome
{
    /// <summary>It passed.</summary>
    Passed,

    /// <summary>The database does not have the feature, and the dialect says so.</summary>
    Refused,

    /// <summary>It is not for this database, for a reason.</summary>
    Excluded,

    /// <summary>It is known to fail, with what is missing.</summary>
    NotDone,

    /// <summary>Its server or its data was not there.</summary>
    NotRun,

    /// <summary>It failed.</summary>
    Failed,
}

/// <summary>One test on one database.</summary>
/// <param name="Area">The folder of the test, such as <c>Core</c>.</param>
/// <param name="Feature">What it is about: its class, in words.</param>
/// <param name="Test">The test, in words.</param>
/// <param name="Database">The database, as the matrix calls it.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why it did not pass; empty for one that did.</param>
internal sealed record Cell(string Area, string Feature, string Test, string Database, Outcome Outcome, string Reason);

/// <summary>Statements that were made for a database without a server, and read by a parser or server of others.</summary>
/// <param name="Judge">Who read them: the test, in words.</param>
/// <param name="Says">How many there were.</param>
/// <param name="Outcome">Whether all were accepted.</param>
internal sealed record Judgement(string Judge, string Says, Outcome Outcome);
