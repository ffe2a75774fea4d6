namespace Alchemy;

/// <summary>Clauses that INSERT, UPDATE, DELETE and MERGE share.</summary>
public static class DmlClauses
{
    extension<TStatement>(TStatement statement) where TStatement : DmlStatement
    {
        /// <summary>Returns columns of the changed rows: <c>RETURNING</c>, or <c>OUTPUT</c> on SQL Server. Refused by name where the database has neither.</summary>
        public TStatement Returning(params ColumnElement[] columns)
            => statement.With(s => s.ReturningColumns = [.. s.ReturningColumns, .. columns.Select(c => c.Node)]);

        /// <summary>Returns every column of the changed rows.</summary>
        public TStatement Returning(FromClause from) => statement.Returning([.. SelectColumns.Shown(from)]);

        /// <summary>Puts common table expressions in front of the statement, whether or not it uses them: <c>WITH a AS (…) DELETE FROM …</c></summary>
        public TStatement AddCte(params CommonTableExpression[] ctes) => statement.With(s => s.Ctes = [.. s.Ctes, .. ctes]);

        /// <summary>Puts words after the first word: <c>INSERT OR REPLACE INTO …</c> They are written as they are: never put values into them.</summary>
        /// <param name="words">The words.</param>
        /// <param name="dialect">The only dialect that writes them, such as <c>mysql</c>; null for all.</param>
        public TStatement PrefixWith(string words, string? dialect = null) => statement.With(s => s.Prefixes = [.. s.Prefixes, new DmlPrefix(words, dialect)]);

        /// <summary>Puts a hint after a table: <c>UPDATE orders WITH (PAGLOCK) SET …</c> It is written as it is: never put values into it.</summary>
        /// <param name="hint">The hint.</param>
        /// <param name="from">The table; null for the one that is changed.</param>
        /// <param name="dialect">The only dialect that writes it, such as <c>mssql</c>; null for all.</param>
        public TStatement WithHint(string hint, FromClause? from = null, string? dialect = null)
            => statement.With(s => s.Hints = [.. s.Hints, new DmlHint(from ?? s.Target, hint, dialect)]);

        /// <summary>Puts in a clause of the user's own.</summary>
        /// <exception cref="InvalidStatementException">The clause stands at a place that the statement does not have.</exception>
        public TStatement Ext(SyntaxExtension clause)
            => statement.With(s => s.Extensions = SyntaxExtension.Add(s.Extensions, clause, "a " + s.GetType().Name, s is Insert ? ExtensionPoint.AfterValues : ExtensionPoint.AfterCriteria));

        private TStatement With(Action<DmlStatement> change)
        {
            var copy = statement.Copy();
            change(copy);
            return (TStatement)copy;
        }
    }
}
