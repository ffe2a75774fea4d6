using Alchemy.Internals;

namespace Alchemy;

public partial class SqlCompiler
{
    /// <inheritdoc/>
    protected internal override void VisitExcludedColumn(ExcludedColumn node)
    {
        switch (_context.Dml?.ExcludedName)
        {
            case null:
                throw Unsupported($"Excluded({node.Column.Name})", "it has a meaning in the DoUpdate(...) of an upsert only.");
            case "":
                Write("VALUES(").WriteColumnName(node.Column).Write(")");
                break;
            case var name:
                WriteName(name).Write(".").WriteColumnName(node.Column);
                break;
        }
    }

    /// <summary>Refuses an ON CONFLICT that the database does not take; does nothing by default.</summary>
    protected virtual void CheckConflict(ConflictClause conflict)
    {
    }

    private void WriteConflicts(Insert node)
    {
        if (node.Conflicts.Count == 0)
        {
            return;
        }

        if (Features.Upsert is Upsert.None)
        {
            throw Unsupported("ON CONFLICT", "this version has no upsert: update the row, and insert it where none was updated.");
        }

        if (node.Conflicts.Count > 1 && Features.ManyConflicts is Support.No)
        {
            throw Unsupported("More than one OnConflict(...) in an INSERT", "the database takes one.");
        }

        _context.Dml!.WithoutSchema = true;
        foreach (var conflict in node.Conflicts)
        {
            CheckConflict(conflict);
            if (Features.Upsert is Upsert.OnConflict)
            {
                WriteOnConflict(conflict);
            }
            else
            {
                WriteOnDuplicateKey(node, conflict);
            }
        }

        (_context.Dml.WithoutSchema, _context.Dml.ExcludedName) = (false, null);
    }

    private void WriteOnConflict(ConflictClause conflict)
    {
        Write(" ON CONFLICT");
        var bare = _context.BareColumns;
        _context.BareColumns = true;
        if (conflict.ConstraintName is { } name)
        {
            _ = Features.ConflictConstraint is Support.Yes
                ? Write(" ON CONSTRAINT " + Dialect.Ddl.NameOf(name, conflict.IsNameMadeUp))
                : throw Unsupported("ON CONFLICT ON CONSTRAINT", "name the columns of the constraint: OnConflict(columns).");
        }
        else if (conflict.Keys.Count > 0)
        {
            Write(" (").Render(conflict.Keys).Write(")");
            _context.LiteralBinds = Features.IndexCondition is IndexCondition.Literals;
            WriteConditions(" WHERE ", conflict.IndexWhere is { } condition ? [condition] : []);
            _context.LiteralBinds = false;
        }

        _context.BareColumns = bare;
        _context.Dml!.ExcludedName = "excluded";
        Write(conflict.Assignments.Count == 0 ? " DO NOTHING" : " DO UPDATE");
        WriteConflictSet(" SET ", conflict.Assignments);
        WriteConditions(" WHERE ", conflict.WhereClauses);
    }

    private void WriteConflictSet(string keyword, IReadOnlyList<Assignment> assignments)
    {
        for (var i = 0; i < assignments.Count; i++)
        {
            Write(i == 0 ? keyword : ", ");
            WriteTarget(assignments[i].Target);
            Write(" = ").Render(Grouping.AsValue(assignments[i].Value));
        }
    }

    // MySQL looks at every unique key, and knows no condition. What would mean something else is refused.
    private void WriteOnDuplicateKey(Insert node, ConflictClause conflict)
    {
        if (conflict.ConstraintName is not null)
        {
            throw Unsupported("ON CONFLICT ON CONSTRAINT", "MySQL and MariaDB look at every unique key: use OnConflict() without a constraint.");
        }

        if (conflict.IndexWhere is not null || conflict.WhereClauses.Count > 0)
        {
            throw Unsupported("A WHERE in ON CONFLICT", "MySQL and MariaDB have none: put the condition into the values, as a CASE that gives the column itself otherwise.");
        }

        if (conflict.Keys.Count > 0 && UniqueKeys.Other(node, conflict.Keys) is { } other)
        {
            throw Unsupported($"ON CONFLICT ({string.Join(", ", conflict.Keys.Select(k => k.Name))})",
                $"MySQL and MariaDB look at every unique key, and '{node.Table.Name}' has another one ({other}): use OnConflict() without columns if that is meant.");
        }

        var usesRow = ExcludedFinder.IsIn(conflict.Assignments.Select(a => a.Value));
        var alias = usesRow && Features.Upsert is Upsert.OnDuplicateKey && node.Source is null;
        var row = node.Table.Name.Equals("new", StringComparison.OrdinalIgnoreCase) ? "new_1" : "new";
        Write(alias ? $" AS {row}" : "").Write(" ON DUPLICATE KEY UPDATE ");
        if (conflict.Assignments.Count == 0)
        {
            // INSERT IGNORE would swallow other errors too. A column set to itself changes nothing.
            var same = (conflict.Keys.Count > 0 ? conflict.Keys[0] : node.Table.PrimaryKey.FirstOrDefault() ?? node.Table.Columns[0]).Node;
            WriteTarget(same);
            Write(" = ").Render(same);
            return;
        }

        _context.Dml!.ExcludedName = alias ? row : "";
        WriteConflictSet("", conflict.Assignments);
    }
}
