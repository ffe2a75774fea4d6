namespace Alchemy;

/// <summary>Functions used as a FROM.</summary>
public static class TableFunctions
{
    extension(ColumnElement self)
    {
        /// <summary>The function as a FROM with columns: <c>jsonb_each(a) AS anon_1</c>.</summary>
        /// <param name="columns">The columns' names.</param>
        public TableFunction TableValued(params string[] columns) => new(self, [.. columns.Select(c => (c, (SqlType)SqlTypes.Null))]);

        /// <summary>The function as a FROM with columns of known types.</summary>
        public TableFunction TableValued(params (string Name, SqlType Type)[] columns) => new(self, columns);

        /// <summary>The function as a FROM with one column whose name is the alias: <c>SELECT x FROM unnest(a) AS x</c>.</summary>
        /// <param name="name">The alias; null to have the statement give one.</param>
        public UntypedColumn ColumnValued(string? name = null) => new(new TableFunction(self, [], name).Row(self.Type is ArrayType array ? array.Item : self.Type));

        /// <summary>A column of the row that the function returns: <c>(jsonb_each(a)).key</c>.</summary>
        public UntypedColumn ScalarTableValued(string column, SqlType? type = null) => new(new FunctionColumn(self, column, type ?? SqlTypes.Null));

        /// <summary>The function as a FROM without a name.</summary>
        public TableFunction AsFrom() => new TableFunction(self, []).Plain();
    }

    extension(TableFunction self)
    {
        /// <summary>The same function under another alias.</summary>
        public TableFunction Named(string name)
        {
            var named = new TableFunction(self.Function, self.Definitions, name);
            named = self.IsLateral ? named.Lateral() : named;
            named = self.IsDerived ? named.RenderDerived(self.HasTypes) : named;
            return self.HasOrdinality ? new TableFunction(self.Function, [.. self.Definitions.SkipLast(1)], name) is var bare && self.IsDerived
                ? bare.WithOrdinality(self.Definitions[^1].Name).RenderDerived(self.HasTypes)
                : bare.WithOrdinality(self.Definitions[^1].Name) : named;
        }
    }
}
