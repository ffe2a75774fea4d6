namespace Alchemy.Internals;

/// <summary>An extension node that can say what it is, so that a query holding it can be cached.</summary>
internal interface IStructural
{
    /// <summary>Writes everything SQL depends on. Children go through <see cref="Fingerprinter.Visit"/> in the order of VisitChildren.</summary>
    void Fingerprint(Fingerprinter f);
}
