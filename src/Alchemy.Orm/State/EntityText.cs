namespace Alchemy.Internals;

/// <summary>How messages name an object: its type and key, never its values.</summary>
internal static class EntityText
{
    public static string Of(StateEntry state)
    {
        var key = string.Join(", ", state.Mapper.Key.Select(k => k.GetValue(state)));
        return state.Snapshot is null && !state.Mapper.Binding.HasKey(state.Entity) ? $"new {state.Mapper.ClrType.Name}" : $"{state.Mapper.ClrType.Name} {key}";
    }
}
