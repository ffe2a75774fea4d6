namespace Alchemy.Internals;

/// <summary>What a <see cref="DatabaseException"/> is made of.</summary>
/// <param name="Facts">What the driver read off its exception.</param>
/// <param name="Original">The provider's exception.</param>
/// <param name="Statement">The statement's text; null when there was none.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="ShowsValues">True to show the values of rows and parameters.</param>
/// <param name="IsOutcomeUnknown">True when a connection lost here leaves open whether the database has kept the work.</param>
internal sealed record DatabaseError(ErrorFacts Facts, Exception Original, string? Statement, IReadOnlyList<StatementParameter> Parameters, bool ShowsValues, bool IsOutcomeUnknown = false)
{
    private const int MostShown = 50;

    /// <summary>What to do, where the dialect knows better than the kind of the error; null where it does not.</summary>
    public string? Remedy { get; init; }

    public ErrorFacts ShownFacts => ShowsValues ? Facts : Facts with { ValuesMessage = null };

    public string Message => ShownFacts.ValuesMessage ?? Facts.Message;

    public string Context => (Statement is null ? "" : $" Statement: {Statement}") + (ShowsValues && Parameters.Count > 0 ? $" Parameters: {string.Join(", ", Parameters.Take(MostShown))}" : "");

    public Exception Inner => ShowsValues || Facts.ValuesMessage is null ? Original : new RedactedException(Original, Facts.Message);
}
