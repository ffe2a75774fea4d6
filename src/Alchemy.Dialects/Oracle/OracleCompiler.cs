namespace Alchemy;

/// <summary>What Oracle says differently in statements.</summary>
internal sealed class OracleCompiler(Dialect dialect, ClauseElement statement) : SqlCompiler(dialect, statement)
{
}
