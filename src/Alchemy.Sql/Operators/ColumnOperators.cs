using System.Numerics;

namespace Alchemy;

/// <summary>The operators of typed expressions, each for the types that have it.</summary>
public static class ColumnOperators
{
    extension<T>(ColumnExpression<T> self) where T : IComparable<T>
    {
        /// <summary><c>a &lt; b</c></summary>
        public static ColumnExpression<bool> operator <(ColumnExpression<T> left, ColumnExpression<T> right) => left.Condition(SqlOperator.Less, right);

        /// <summary><c>a &gt; b</c></summary>
        public static ColumnExpression<bool> operator >(ColumnExpression<T> left, ColumnExpression<T> right) => left.Condition(SqlOperator.Greater, right);

        /// <summary><c>a &lt;= b</c></summary>
        public static ColumnExpression<bool> operator <=(ColumnExpression<T> left, ColumnExpression<T> right) => left.Condition(SqlOperator.LessOrEqual, right);

        /// <summary><c>a &gt;= b</c></summary>
        public static ColumnExpression<bool> operator >=(ColumnExpression<T> left, ColumnExpression<T> right) => left.Condition(SqlOperator.GreaterOrEqual, right);

        /// <summary><c>a &lt; :value</c></summary>
        public static ColumnExpression<bool> operator <(ColumnExpression<T> left, T right) => left.Condition(SqlOperator.Less, right);

        /// <summary><c>a &gt; :value</c></summary>
        public static ColumnExpression<bool> operator >(ColumnExpression<T> left, T right) => left.Condition(SqlOperator.Greater, right);

        /// <summary><c>a &lt;= :value</c></summary>
        public static ColumnExpression<bool> operator <=(ColumnExpression<T> left, T right) => left.Condition(SqlOperator.LessOrEqual, right);

        /// <summary><c>a &gt;= :value</c></summary>
        public static ColumnExpression<bool> operator >=(ColumnExpression<T> left, T right) => left.Condition(SqlOperator.GreaterOrEqual, right);

        /// <summary><c>value &lt; a</c>, rendered as <c>a &gt; :value</c>.</summary>
        public static ColumnExpression<bool> operator <(T left, ColumnExpression<T> right) => right.Condition(SqlOperator.Greater, left);

        /// <summary><c>value &gt; a</c>, rendered as <c>a &lt; :value</c>.</summary>
        public static ColumnExpression<bool> operator >(T left, ColumnExpression<T> right) => right.Condition(SqlOperator.Less, left);

        /// <summary><c>value &lt;= a</c>, rendered as <c>a &gt;= :value</c>.</summary>
        public static ColumnExpression<bool> operator <=(T left, ColumnExpression<T> right) => right.Condition(SqlOperator.GreaterOrEqual, left);

        /// <summary><c>value &gt;= a</c>, rendered as <c>a &lt;= :value</c>.</summary>
        public static ColumnExpression<bool> operator >=(T left, ColumnExpression<T> right) => right.Condition(SqlOperator.LessOrEqual, left);
    }

    extension<T>(ColumnExpression<T> self) where T : struct
    {
        /// <summary><c>a = :value</c>, or <c>a IS NULL</c> for null.</summary>
        public static ColumnExpression<bool> operator ==(ColumnExpression<T> left, T? right) => left.Condition(SqlOperator.Equal, right);

        /// <summary><c>a != :value</c>, or <c>a IS NOT NULL</c> for null.</summary>
        public static ColumnExpression<bool> operator !=(ColumnExpression<T> left, T? right) => left.Condition(SqlOperator.NotEqual, right);

        /// <summary><c>a = :value</c>, or <c>a IS NULL</c> for null.</summary>
        public static ColumnExpression<bool> operator ==(T? left, ColumnExpression<T> right) => right.Condition(SqlOperator.Equal, left);

        /// <summary><c>a != :value</c>, or <c>a IS NOT NULL</c> for null.</summary>
        public static ColumnExpression<bool> operator !=(T? left, ColumnExpression<T> right) => right.Condition(SqlOperator.NotEqual, left);
    }

    extension<T>(ColumnExpression<T> self) where T : INumber<T>
    {
        /// <summary><c>a + b</c></summary>
        public static ColumnExpression<T> operator +(ColumnExpression<T> left, ColumnExpression<T> right) => BinaryExpression.Arithmetic<T>(SqlOperator.Add, left, right);

        /// <summary><c>a - b</c></summary>
        public static ColumnExpression<T> operator -(ColumnExpression<T> left, ColumnExpression<T> right) => BinaryExpression.Arithmetic<T>(SqlOperator.Subtract, left, right);

        /// <summary><c>a * b</c></summary>
        public static ColumnExpression<T> operator *(ColumnExpression<T> left, ColumnExpression<T> right) => BinaryExpression.Arithmetic<T>(SqlOperator.Multiply, left, right);

        /// <summary><c>a / b</c>; integers divide as the database divides them.</summary>
        public static ColumnExpression<T> operator /(ColumnExpression<T> left, ColumnExpression<T> right) => BinaryExpression.Arithmetic<T>(SqlOperator.Divide, left, right);

        /// <summary><c>a % b</c></summary>
        public static ColumnExpression<T> operator %(ColumnExpression<T> left, ColumnExpression<T> right) => BinaryExpression.Arithmetic<T>(SqlOperator.Modulo, left, right);

        /// <summary><c>a + :value</c></summary>
        public static ColumnExpression<T> operator +(ColumnExpression<T> left, T right) => BinaryExpression.Arithmetic<T>(SqlOperator.Add, left, right);

        /// <summary><c>a - :value</c></summary>
        public static ColumnExpression<T> operator -(ColumnExpression<T> left, T right) => BinaryExpression.Arithmetic<T>(SqlOperator.Subtract, left, right);

        /// <summary><c>a * :value</c></summary>
        public static ColumnExpression<T> operator *(ColumnExpression<T> left, T right) => BinaryExpression.Arithmetic<T>(SqlOperator.Multiply, left, right);

        /// <summary><c>a / :value</c></summary>
        public static ColumnExpression<T> operator /(ColumnExpression<T> left, T right) => BinaryExpression.Arithmetic<T>(SqlOperator.Divide, left, right);

        /// <summary><c>a % :value</c></summary>
        public static ColumnExpression<T> operator %(ColumnExpression<T> left, T right) => BinaryExpression.Arithmetic<T>(SqlOperator.Modulo, left, right);

        /// <summary><c>:value + a</c></summary>
        public static ColumnExpression<T> operator +(T left, ColumnExpression<T> right) => BinaryExpression.Arithmetic<T>(SqlOperator.Add, left, right);

        /// <summary><c>:value - a</c></summary>
        public static ColumnExpression<T> operator -(T left, ColumnExpression<T> right) => BinaryExpression.Arithmetic<T>(SqlOperator.Subtract, left, right);

        /// <summary><c>:value * a</c></summary>
        public static ColumnExpression<T> operator *(T left, ColumnExpression<T> right) => BinaryExpression.Arithmetic<T>(SqlOperator.Multiply, left, right);

        /// <summary><c>:value / a</c></summary>
        public static ColumnExpression<T> operator /(T left, ColumnExpression<T> right) => BinaryExpression.Arithmetic<T>(SqlOperator.Divide, left, right);

        /// <summary><c>-a</c></summary>
        public static ColumnExpression<T> operator -(ColumnExpression<T> operand) => new UnaryExpression(SqlOperator.Negate, operand).Typed<T>();
    }

    extension(ColumnExpression<bool> self)
    {
        /// <summary><c>a AND b</c></summary>
        public static ColumnExpression<bool> operator &(ColumnExpression<bool> left, ColumnExpression<bool> right) => BooleanClauseList.And([left, right]).Typed<bool>();

        /// <summary><c>a OR b</c></summary>
        public static ColumnExpression<bool> operator |(ColumnExpression<bool> left, ColumnExpression<bool> right) => BooleanClauseList.Or([left, right]).Typed<bool>();

        /// <summary><c>NOT a</c>, or the opposite operator where there is one.</summary>
        public static ColumnExpression<bool> operator !(ColumnExpression<bool> operand) => Negation.Of(operand).Typed<bool>();
    }

    extension(ColumnExpression<string> self)
    {
        /// <summary><c>a || b</c></summary>
        public static ColumnExpression<string> operator +(ColumnExpression<string> left, ColumnExpression<string> right) => BinaryExpression.Concat(left, right);

        /// <summary><c>a LIKE :pattern</c>: <c>%</c> stands for any text, <c>_</c> for one character.</summary>
        /// <param name="pattern">The pattern.</param>
        /// <param name="escape">A character that takes <c>%</c> and <c>_</c> their meaning; null for none.</param>
        public ColumnExpression<bool> Like(string pattern, char? escape = null)
            => new BinaryExpression(SqlOperator.Like, self, Coercion.Value(pattern, self), SqlTypes.Boolean, escape).Typed<bool>();

        /// <summary><c>a NOT LIKE :pattern</c></summary>
        public ColumnExpression<bool> NotLike(string pattern, char? escape = null)
            => new BinaryExpression(SqlOperator.NotLike, self, Coercion.Value(pattern, self), SqlTypes.Boolean, escape).Typed<bool>();

        /// <summary>True when the text begins with a prefix, taken literally: <c>a LIKE 'prefix%' ESCAPE '/'</c>.</summary>
        public ColumnExpression<bool> StartsWith(string prefix) => self.Like(LikePattern.Escape(prefix) + "%", LikePattern.EscapeCharacter);

        /// <summary>True when the text ends with a suffix, taken literally.</summary>
        public ColumnExpression<bool> EndsWith(string suffix) => self.Like("%" + LikePattern.Escape(suffix), LikePattern.EscapeCharacter);

        /// <summary>True when the text holds another, taken literally.</summary>
        public ColumnExpression<bool> Contains(string part) => self.Like("%" + LikePattern.Escape(part) + "%", LikePattern.EscapeCharacter);
    }
}
