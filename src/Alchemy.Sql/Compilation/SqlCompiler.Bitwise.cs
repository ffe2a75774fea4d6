namespace Alchemy;

public partial class SqlCompiler
{
    // Written as its meaning is: a dialect's own operators may bind in another order.
    private void WriteBitwise(SqlOperator op, ColumnElement left, ColumnElement right)
    {
        var isShift = op is SqlOperator.BitwiseLeftShift or SqlOperator.BitwiseRightShift;
        _ = Features.Bitwise switch
        {
            Bitwise.Unsigned when IsInteger(left.Type) => WriteSigned(op, left, right),
            Bitwise.Unsigned when op is SqlOperator.BitwiseXor => WriteOperator(Apart(left), "^", Apart(right)),
            Bitwise.WithoutXor when op is SqlOperator.BitwiseXor => Write("((").WriteOperator(left, "|", right).Write(") - (").WriteOperator(left, "&", right).Write("))"),
            Bitwise.WithoutShifts when isShift => throw Unsupported(op.ToString(), "this server version has no such operator: multiply or divide by a power of two."),
            Bitwise.Functions => WriteBitwiseArithmetic(op, left, right),
            _ => WriteOperator(left, OperatorText(op), right),
        };
    }

    // Bits of a number without a sign are shifted to the right without one too.
    private SqlCompiler WriteSigned(SqlOperator op, ColumnElement left, ColumnElement right)
    {
        Write("CAST(");
        _ = op is SqlOperator.BitwiseRightShift
            ? Write("IF(").Render(left).Write(" < 0, ~(~").Render(Apart(left)).Write(" >> ").Render(right).Write("), ").WriteOperator(left, ">>", right).Write(")")
            : WriteOperator(Apart(left), OperatorText(op), Apart(right));
        return Write(" AS SIGNED)");
    }

    private SqlCompiler WriteBitwiseArithmetic(SqlOperator op, ColumnElement left, ColumnElement right) => op switch
    {
        SqlOperator.BitwiseAnd => Write("BITAND(").Render(left).Write(", ").Render(right).Write(")"),
        SqlOperator.BitwiseLeftShift => Write("(").Render(Apart(left)).Write(" * POWER(2, ").Render(right).Write("))"),
        SqlOperator.BitwiseRightShift => Write("FLOOR(").Render(Apart(left)).Write(" / POWER(2, ").Render(right).Write("))"),
        _ => Write("(").WriteOperator(left, "+", right).Write(op is SqlOperator.BitwiseXor ? " - 2 * BITAND(" : " - BITAND(").Render(left).Write(", ").Render(right).Write("))"),
    };

    private SqlCompiler WriteBitwiseNot(UnaryExpression node) => Features.Bitwise switch
    {
        Bitwise.Unsigned when IsInteger(node.Type) => Write("CAST(~").Render(node.Operand).Write(" AS SIGNED)"),
        Bitwise.Functions => Write("(-1 - ").Render(node.Operand).Write(")"),
        _ => Write("~").Render(node.Operand),
    };

    private static ColumnElement Apart(ColumnElement operand) => operand.TopOperator is null ? operand : new Grouping(operand);
}
