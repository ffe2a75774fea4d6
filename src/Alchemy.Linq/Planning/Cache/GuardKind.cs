namespace Alchemy.Internals;

/// <summary>What a guard looks at.</summary>
internal enum GuardKind : byte
{
    /// <summary>Whether the value is null.</summary>
    IsNull,

    /// <summary>The value itself.</summary>
    Value,

    /// <summary>Whether the collection holds a null.</summary>
    HasNull,

    /// <summary>Whether the collection is empty; a null collection counts as empty.</summary>
    IsEmpty,

    /// <summary>The type of the value at run time; null for a null value.</summary>
    RuntimeType,
}
