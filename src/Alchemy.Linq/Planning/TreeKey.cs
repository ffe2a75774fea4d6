namespace Alchemy.Internals;

/// <summary>The exact structure of a query: its op stream and the metadata it refers to. The hash only finds the bucket.</summary>
internal sealed class TreeKey(int[] ops, object[] references)
{
    public bool Matches(Fingerprinter f) =>
        f.Ops.SequenceEqual(ops) && SameReferences(f.References);

    private bool SameReferences(ReadOnlySpan<object> others)
    {
        if (others.Length != references.Length)
        {
            return false;
        }

        for (var i = 0; i < others.Length; i++)
        {
            // One member may have two MemberInfo objects, seen through different types: hence Equals after the reference test.
            if (!ReferenceEquals(others[i], references[i]) && !references[i].Equals(others[i]))
            {
                return false;
            }
        }

        return true;
    }
}
