using System.Numerics;
using Alchemy.Internals;

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
        /// <param name="pattern">The pattern, or an expression.</param>
        /// <param name="escape">A character that takes <c>%</c> and <c>_</c> their meaning; null for none.</param>
        public ColumnExpression<bool> Like(object pattern, string? escape = null) => TextConditions.Like(self, pattern, escape);

        /// <summary><c>a NOT LIKE :pattern</c></summary>
        public ColumnExpression<bool> NotLike(object pattern, string? escape = null) => TextConditions.Like(self, pattern, escape, negated: true);

        /// <summary><c>a LIKE :pattern</c> without regard to case: <c>lower(a) LIKE lower(:pattern)</c>, or ILIKE.</summary>
        public ColumnExpression<bool> ILike(object pattern, string? escape = null) => TextConditions.Like(self, pattern, escape, ignoresCase: true);

        /// <summary><c>a NOT LIKE :pattern</c> without regard to case.</summary>
        public ColumnExpression<bool> NotILike(object pattern, string? escape = null) => TextConditions.Like(self, pattern, escape, ignoresCase: true, negated: true);

        /// <summary><c>a LIKE :prefix || '%'</c></summary>
        /// <param name="prefix">What the text begins with: a value, or an expression.</param>
        /// <param name="escape">The escape character, or null.</param>
        /// <param name="autoEscape">True to take <c>%</c> and <c>_</c> of the value literally, false to leave them their meaning in a pattern. Null (the default): literally, with <c>ESCAPE '/'</c> where the value has such a character; an <paramref name="escape"/> of your own leaves the value as it is.</param>
        public ColumnExpression<bool> StartsWith(object prefix, string? escape = null, bool? autoEscape = null) => TextConditions.Match(self, prefix, LikeMatch.Start, escape, autoEscape);

        /// <summary><c>a LIKE '%' || :suffix</c>; see <c>StartsWith</c>.</summary>
        public ColumnExpression<bool> EndsWith(object suffix, string? escape = null, bool? autoEscape = null) => TextConditions.Match(self, suffix, LikeMatch.End, escape, autoEscape);

        /// <summary><c>a LIKE '%' || :part || '%'</c>; see <c>StartsWith</c>.</summary>
        public ColumnExpression<bool> Contains(object part, string? escape = null, bool? autoEscape = null) => TextConditions.Match(self, part, LikeMatch.Anywhere, escape, autoEscape);

        /// <summary>As <c>StartsWith</c>, without regard to case.</summary>
        public ColumnExpression<bool> IStartsWith(object prefix, string? escape = null, bool? autoEscape = null) => TextConditions.Match(self, prefix, LikeMatch.Start, escape, autoEscape, ignoresCase: true);

        /// <summary>As <c>EndsWith</c>, without regard to case.</summary>
        public ColumnExpression<bool> IEndsWith(object suffix, string? escape = null, bool? autoEscape = null) => TextConditions.Match(self, suffix, LikeMatch.End, escape, autoEscape, ignoresCase: true);

        /// <summary>As <c>Contains</c>, without regard to case.</summary>
        public ColumnExpression<bool> IContains(object part, string? escape = null, bool? autoEscape = null) => TextConditions.Match(self, part, LikeMatch.Anywhere, escape, autoEscape, ignoresCase: true);

        /// <summary>A search for words: <c>a MATCH :words</c>, in the words of each database.</summary>
        public ColumnExpression<bool> Match(object words, MatchMode mode = MatchMode.Boolean, string? configuration = null) => self.AsUntyped().Match(words, mode, configuration);

        /// <summary>A match with a regular expression, in the database's own syntax.</summary>
        public ColumnExpression<bool> RegexpMatch(object pattern, string? flags = null) => self.AsUntyped().RegexpMatch(pattern, flags);

        /// <summary>The text with what a regular expression matches replaced.</summary>
        public ColumnExpression<string> RegexpReplace(object pattern, object replacement, string? flags = null) => self.AsUntyped().RegexpReplace(pattern, replacement, flags).Typed<string>();
    }

    extension<T>(ColumnExpression<T> self)
    {
        /// <summary>The aggregate or window function over the rows of a window: <c>f(a) OVER (PARTITION BY … ORDER BY …)</c>.</summary>
        public ColumnExpression<T> Over(Func<Window, Window>? window = null) => new Over(self, window is null ? Window.Everything : window(Window.Everything)).Typed<T>();

        /// <summary><c>function OVER name</c>: over a window that the SELECT names, <see cref="Select.Window"/>.</summary>
        public ColumnExpression<T> Over(string window) => new Over(self, Window.Named(window)).Typed<T>();

        /// <summary><c>f(a) FILTER (WHERE conditions)</c>; the function itself without conditions.</summary>
        public ColumnExpression<T> Filter(params ColumnElement[] conditions) => FunctionModifiers.Filtered(self, conditions).Typed<T>();

        /// <summary><c>f(a) WITHIN GROUP (ORDER BY columns)</c></summary>
        public ColumnExpression<T> WithinGroup(params ColumnElement[] columns) => new AggregateOrderBy(self, columns, withinGroup: true).Typed<T>();

        /// <summary>The aggregate over its rows in an order: <c>f(a ORDER BY columns)</c>, or WITHIN GROUP where the database has it so.</summary>
        public ColumnExpression<T> AggregateOrderBy(params ColumnElement[] columns) => new AggregateOrderBy(self, columns, withinGroup: false).Typed<T>();
    }

    extension(UntypedColumn self)
    {
        /// <summary>The aggregate or window function over the rows of a window.</summary>
        public UntypedColumn Over(Func<Window, Window>? window = null) => new(new Over(self, window is null ? Window.Everything : window(Window.Everything)));

        /// <summary><c>function OVER name</c>: over a window that the SELECT names, <see cref="Select.Window"/>.</summary>
        public UntypedColumn Over(string window) => new(new Over(self, Window.Named(window)));

        /// <summary><c>f(a) FILTER (WHERE conditions)</c>; the function itself without conditions.</summary>
        public UntypedColumn Filter(params ColumnElement[] conditions) => new(FunctionModifiers.Filtered(self, conditions));

        /// <summary><c>f(a) WITHIN GROUP (ORDER BY columns)</c></summary>
        public UntypedColumn WithinGroup(params ColumnElement[] columns) => new(new AggregateOrderBy(self, columns, withinGroup: true));

        /// <summary>The aggregate over its rows in an order.</summary>
        public UntypedColumn AggregateOrderBy(params ColumnElement[] columns) => new(new AggregateOrderBy(self, columns, withinGroup: false));
    }
}
