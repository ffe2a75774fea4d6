using Alchemy.Internals;

namespace Alchemy;

/// <summary>A parameter of an executed statement, to show.</summary>
/// <param name="Name">Its name: that of a column, mostly, with a number where a statement has several of it.</param>
/// <param name="Value">Its value; null for NULL, and where it is not shown.</param>
/// <param name="IsShown">True when <see cref="EngineOptions.ShowsValues"/> was; false for a value that is kept back.</param>
public sealed record StatementParameter(string Name, object? Value, bool IsShown)
{
    /// <summary><c>name = 'ann'</c>, or <c>name = ?</c> where the value is not shown. A long value is cut.</summary>
    public override string ToString() => $"{Name} = {(IsShown ? ValueText.Of(Value) : "?")}";
}
