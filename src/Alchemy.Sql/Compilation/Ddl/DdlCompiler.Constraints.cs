namespace Alchemy;

public partial class DdlCompiler
{
    /// <summary><c>PRIMARY KEY (columns)</c>; nothing for a table without one.</summary>
    protected internal virtual void VisitPrimaryKey(PrimaryKeyConstraint node, SqlCompiler sql)
    {
        var columns = node.ColumnNames;
        if (columns.Count == 0)
        {
            return;
        }

        // A counted column comes first: MySQL wants an index that begins with it.
        if (node.IsImplicit && node.Table.AutoIncrementColumn is { } counted)
        {
            columns = [counted.Key, .. columns.Where(c => c != counted.Key)];
        }

        ConstraintName(node, sql);
        sql.Write("PRIMARY KEY ");
        KeyKind(node, sql);
        sql.Write("(").WriteColumnNames(node.Table, columns).Write(")");
        AfterKey(node, sql);
        Deferrability(node, sql);
    }

    /// <summary><c>UNIQUE (columns)</c></summary>
    protected internal virtual void VisitUnique(UniqueConstraint node, SqlCompiler sql)
    {
        if (node.ColumnNames.Count == 0)
        {
            return;
        }

        ConstraintName(node, sql);
        sql.Write("UNIQUE ");
        KeyKind(node, sql);
        sql.Write("(").WriteColumnNames(node.Table, node.ColumnNames).Write(")");
        AfterKey(node, sql);
        Deferrability(node, sql);
    }

    /// <summary>What a dialect says between PRIMARY KEY or UNIQUE and the columns; nothing in standard SQL.</summary>
    protected virtual void KeyKind(TableConstraint node, SqlCompiler sql)
    {
    }

    /// <summary>What a dialect says after the columns of PRIMARY KEY or UNIQUE; nothing in standard SQL.</summary>
    protected virtual void AfterKey(TableConstraint node, SqlCompiler sql)
    {
    }

    /// <summary><c>CHECK (condition)</c></summary>
    protected internal virtual void VisitCheck(CheckConstraint node, SqlCompiler sql)
    {
        ConstraintName(node, sql);
        sql.Write("CHECK (").RenderCondition(node.Condition).Write(")");
        Deferrability(node, sql);
    }

    /// <summary><c>FOREIGN KEY(columns) REFERENCES table (columns)</c></summary>
    protected internal virtual void VisitForeignKey(ForeignKeyConstraint node, SqlCompiler sql)
    {
        ConstraintName(node, sql);
        sql.Write("FOREIGN KEY(").WriteColumnNames(node.Table, node.ColumnNames).Write(") REFERENCES ");
        ReferredTable(node, sql);
        sql.Write(" (").WriteColumnNames(node.ReferredTable, node.ReferredColumnNames).Write(")");
        Match(node, sql);
        Cascades(node, sql);
        Deferrability(node, sql);
    }

    /// <summary>The table that a foreign key refers to.</summary>
    protected virtual void ReferredTable(ForeignKeyConstraint node, SqlCompiler sql) => sql.WriteTable(node.ReferredTable);

    /// <summary><c>MATCH …</c> of a foreign key.</summary>
    protected virtual void Match(ForeignKeyConstraint node, SqlCompiler sql) => sql.Write(node.Match is null ? "" : $" MATCH {Words("MATCH", node.Match)}");

    /// <summary><c>ON DELETE …</c> and <c>ON UPDATE …</c> of a foreign key.</summary>
    protected virtual void Cascades(ForeignKeyConstraint node, SqlCompiler sql)
        => sql.Write(node.OnDelete is null ? "" : $" ON DELETE {Words("ON DELETE", node.OnDelete)}").Write(node.OnUpdate is null ? "" : $" ON UPDATE {Words("ON UPDATE", node.OnUpdate)}");

    /// <summary><c>DEFERRABLE</c> and <c>INITIALLY …</c></summary>
    protected internal virtual void Deferrability(TableConstraint node, SqlCompiler sql)
        => sql.Write(node.Deferrable switch { null => "", true => " DEFERRABLE", false => " NOT DEFERRABLE" }).Write(node.Initially is null ? "" : $" INITIALLY {Words("INITIALLY", node.Initially)}");

    /// <summary><c>CONSTRAINT name </c>, or nothing.</summary>
    protected internal void ConstraintName(TableConstraint node, SqlCompiler sql)
    {
        if (node.FinalName is { } name)
        {
            sql.Write($"CONSTRAINT {NameOf(name, node.IsNameMadeUp)} ");
        }
    }

    /// <summary><c>ALTER TABLE table ADD constraint</c></summary>
    protected internal virtual void VisitAddConstraint(AddConstraint node, SqlCompiler sql)
    {
        sql.Write("ALTER TABLE ").WriteTable(node.Constraint.Table).Write(" ADD ");
        node.Constraint.Write(this, sql);
    }

    /// <summary><c>ALTER TABLE table DROP CONSTRAINT name</c></summary>
    protected internal virtual void VisitDropConstraint(DropConstraint node, SqlCompiler sql)
        => Cascade(IfExists(AlterTable(node, sql).Write(" DROP CONSTRAINT "), node.IfExists, "CONSTRAINT").Write(NameToDrop(node.Constraint, sql)), node.Cascade, "CONSTRAINT");

    /// <summary><c>ALTER TABLE [IF EXISTS] table</c> of a constraint that is dropped.</summary>
    protected SqlCompiler AlterTable(DropConstraint node, SqlCompiler sql)
    {
        if (node.IfTableExists && Dialect.Features.AlterIfExists is Support.No)
        {
            throw sql.NotDefined("ALTER TABLE IF EXISTS", "the database cannot ask that: look first whether the table is there.");
        }

        return sql.Write(node.IfTableExists ? "ALTER TABLE IF EXISTS " : "ALTER TABLE ").WriteTable(node.Constraint.Table);
    }

    /// <summary>The constraint's name.</summary>
    /// <exception cref="CompileException">It has none.</exception>
    protected string NameToDrop(TableConstraint node, SqlCompiler sql) => node.FinalName is { } name
        ? NameOf(name, node.IsNameMadeUp)
        : throw sql.NotDefined("DROP CONSTRAINT of a constraint without a name", "give it the name that the database gave it.");
}
