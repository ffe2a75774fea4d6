namespace Alchemy.Tests;

/// <summary>Definitions that no fact is about; each dialect makes of them what it can, and refuses the others by name.</summary>
internal static class Definitions
{
    public static IEnumerable<ClauseElement> All()
    {
        var metadata = new MetaData();
        var parents = new Table("parents", metadata, new Column("id", SqlTypes.Integer, primaryKey: true) { Comment = "it's the key" }, new Column("order", SqlTypes.String(20)) { Unique = true }) { Comment = "o'clock" };
        var amount = new Column("amount", SqlTypes.Numeric(10, 2), nullable: false, serverDefault: "0");
        var check = new CheckConstraint(amount.Typed<decimal>() > 0, "positive");
        var key = new ForeignKeyConstraint(["parent"], "parents", ["id"], "to_parents") { OnDelete = "CASCADE" };
        var children = new Table("children", metadata, "shop", new Column("id", SqlTypes.BigInteger, new Identity { Start = 5, Increment = 2 }), new Column("parent", SqlTypes.Integer), amount,
            new Column("twice", SqlTypes.Numeric(10, 2), new Computed("amount * 2")), new Column("at", SqlTypes.DateTime), new PrimaryKeyConstraint(["id"], "pk_children"), check, key);
        var index = new TableIndex("by_parent", ["parent", amount.Desc()], unique: true)
        {
            Options = [new SqlServerIndexOptions { Clustered = false, Include = ["at"], Where = amount.Typed<decimal>() > 5 }, new OracleIndexOptions { CompressColumns = 1 }, new MySqlIndexOptions { Using = "btree" }],
        };
        children.Append(index);
        yield return new CreateTable(parents);
        yield return new CreateTable(children);
        yield return new CreateIndex(index);
        foreach (var statement in new ClauseElement[] { new AddConstraint(key), new AddConstraint(check), new DropConstraint(check), new DropConstraint(key, cascade: true), new DropConstraint(key, ifExists: true), new DropConstraint(check, ifExists: true) { IfTableExists = true }, new DropIndex(index), new DropTable(children) })
        {
            yield return statement;
        }

        foreach (var statement in new ClauseElement[] { new SetTableComment(parents), new SetColumnComment(parents.Column("id")), new DropTableComment(parents), new DropColumnComment(parents.Column("id")), new CreateSchema("shop"), new DropSchema("shop") })
        {
            yield return statement;
        }

        foreach (var statement in OfSelects(Sql.Select(parents).Where(parents.C<int>("id") > 5), Sql.Select(children.C("id")).Where(children.C("at") != null)))
        {
            yield return statement;
        }
    }

    private static IEnumerable<ClauseElement> OfSelects(Select one, Select other)
    {
        foreach (var orReplace in new[] { false, true })
        {
            foreach (var materialized in new[] { false, true })
            {
                yield return new CreateView(one, "shown", schema: "shop", orReplace: orReplace, materialized: materialized);
            }
        }

        var union = Sql.Select(one.Columns[0]).UnionAll(other);
        var cte = one.Cte("c");
        foreach (var select in new SelectBase[] { one, union, Sql.Select(cte).Where(cte.C("order") == "o'clock") })
        {
            yield return select.Into("made");
            yield return select.Into("made", schema: "shop", ifNotExists: true);
            yield return new SelectInto(select, new Table("made", new MetaData()));
            yield return new CreateView(select, "shown", ifNotExists: true);
        }

        yield return new DropView(new Table("shown", new MetaData(), "shop"));
        yield return new DropView(new Table("shown", new MetaData()), ifExists: true);
        yield return new DropView(new Table("shown", new MetaData()), materialized: true);
    }
}
