using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace Alchemy.Tests;

/// <summary>New rows of every type, one at a time and many at once: values come back as they went, keys belong to their objects.</summary>
public sealed class BatchInsertTests(Database database) : DatabaseFixture(database)
{
    private readonly Model _model = new ModelBuilder()
        .Entity<Sample>(e => e.Property(s => s.Named).Type(new EnumType(typeof(Shade), ByName: true)))
        .Entity<Tagged>()
        .Build();

    private enum Shade
    {
        Dark = 1,
        Light = 2,
    }

    [SetUp]
    public void CreateTables()
    {
        using (var connection = Engine.Connect())
        {
            foreach (var text in Engine.Dialect.Ddl.DropAll(_model.MetaData))
            {
                connection.ExecuteText(text);
            }
        }

        Engine.CreateAll(_model.MetaData);
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(1203)]
    public void Every_type_comes_back_as_it_went(int count)
    {
        var samples = Enumerable.Range(1, count).Select(NewSample).ToList();
        Insert(samples);
        Assert.That(samples.Select(s => s.Id), Is.EqualTo(Enumerable.Range(1, count)), "keys rise in the order of adding");
        using var session = new Session(Engine, _model);
        var s = _model.Entity<Sample>("s");
        var read = session.Execute<Sample>(EntityQuery.Select(s)).OrderBy(r => r.Id).ToList();
        Assert.That(read.Select(Text), Is.EqualTo(samples.Select(Text)));
    }

    [Test]
    public void Rows_with_keys_of_the_program_s_own_are_written_together_too()
    {
        var tagged = Enumerable.Range(0, 25).Select(i => new Tagged { Tag = $"t{i}" }).ToList();
        Insert(tagged);
        Assert.That(tagged.Select(t => t.Id), Is.Unique.And.None.EqualTo(Guid.Empty));
        using var session = new Session(Engine, _model);
        Assert.That(tagged.Select(t => session.Get<Tagged>(t.Id)?.Tag), Is.EqualTo(tagged.Select(t => t.Tag)));
    }

    [Test]
    public async Task A_batch_is_written_asynchronously_too()
    {
        using var session = new Session(Engine, _model);
        var samples = Enumerable.Range(1, 20).Select(NewSample).ToList();
        samples.ForEach(s => session.Add(s));
        await session.CommitAsync();
        Assert.That(samples.Select(s => s.Id), Is.EqualTo(Enumerable.Range(1, 20)));
    }

    [TestCase(1)]
    [TestCase(20)]
    public void A_refused_row_leaves_all_of_them_new(int count)
    {
        using var session = new Session(Engine, _model);
        var tagged = Enumerable.Range(0, count).Select(i => new Tagged { Tag = i == count - 1 ? null! : "t" }).ToList();
        tagged.ForEach(t => session.Add(t));
        Assert.That(session.Commit, Throws.InstanceOf<DatabaseException>());
        Assert.That(tagged.Select(t => (t.Id, session.Find(t)!.Status)), Is.All.EqualTo((Guid.Empty, EntityState.Pending)));
        tagged[^1].Tag = "t";
        session.Commit();
        Assert.That(tagged.Select(t => t.Id), Is.Unique.And.None.EqualTo(Guid.Empty));
    }

    [Test]
    public void One_statement_is_bound_by_values_and_by_objects_in_turn()
    {
        var table = _model.Mapper<Tagged>().Table;
        using var session = new Session(Engine, _model);
        for (var i = 0; i < 3; i++)
        {
            // The pool gives both the same connection, which keeps one statement for the one text.
            using (var first = Engine.Connect())
            {
                first.Execute(Sql.Insert(table).Values(("Id", Guid.NewGuid()), ("Tag", "core"), ("Level", i == 1 ? null : i)));
            }

            session.Add(new Tagged { Tag = "object", Level = i == 1 ? null : i });
            session.Commit();
        }

        using var connection = Engine.Connect();
        var levels = connection.Execute(Sql.Select(table.Column("Level"))).ToList().Select(r => r.Get<int?>(0));
        Assert.That(levels, Is.EquivalentTo(new int?[] { 0, 0, null, null, 2, 2 }));
    }

    private void Insert<T>(List<T> entities)
        where T : class
    {
        using var session = new Session(Engine, _model);
        entities.ForEach(e => session.Add(e));
        session.Commit();
    }

    // Every third row has no optional values.
    private static Sample NewSample(int i)
    {
        var instant = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.FromHours(i % 5)).AddSeconds(i);
        var sample = new Sample
        {
            Small = (short)-i, Number = i * 1000, Big = long.MaxValue - i, Flag = i % 2 == 0, Ratio = i / 3d, Single = i / 4f, Price = i + 0.1250m, Text = $"æ'{i}", Bytes = [(byte)i, 0],
            Key = new Guid(i, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]), At = instant.DateTime, Instant = instant, Day = new DateOnly(2026, 1, 1).AddDays(i), Hour = new TimeOnly(1, 2, 3).Add(TimeSpan.FromMicroseconds(i)),
            Numbered = Shade.Light, Named = Shade.Dark,
        };
        if (i % 3 != 0)
        {
            (sample.SmallOr, sample.NumberOr, sample.BigOr, sample.FlagOr, sample.RatioOr, sample.SingleOr, sample.PriceOr, sample.TextOr) = ((short)i, i, i, true, i, i, i, i == 1 ? "" : new string('x', i));
            (sample.BytesOr, sample.KeyOr, sample.AtOr, sample.InstantOr, sample.DayOr, sample.HourOr, sample.NumberedOr) = (i == 1 ? [] : [1], sample.Key, sample.At, instant, sample.Day, sample.Hour, Shade.Dark);
        }

        return sample;
    }

    // Instants are equal when they are the same moment; the offset is not kept everywhere.
    private static string Text(Sample sample) => string.Join('|', typeof(Sample).GetProperties().Select(p => p.GetValue(sample) switch
    {
        null => "null",
        byte[] bytes => Convert.ToHexString(bytes),
        decimal number => number.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture),
        DateTime time => time.ToString("O"),
        DateTimeOffset instant => instant.UtcDateTime.ToString("O"),
        TimeOnly time => time.ToString("O"),
        var value => value.ToString(),
    }));

    [Table("samples")]
    private sealed class Sample
    {
        public int Id { get; set; }
        public short Small { get; set; }
        public short? SmallOr { get; set; }
        public int Number { get; set; }
        public int? NumberOr { get; set; }
        public long Big { get; set; }
        public long? BigOr { get; set; }
        public bool Flag { get; set; }
        public bool? FlagOr { get; set; }
        public double Ratio { get; set; }
        public double? RatioOr { get; set; }
        public float Single { get; set; }
        public float? SingleOr { get; set; }
        public decimal Price { get; set; }
        public decimal? PriceOr { get; set; }
        public string Text { get; set; } = "";
        public string? TextOr { get; set; }
        public byte[] Bytes { get; set; } = [];
        public byte[]? BytesOr { get; set; }
        public Guid Key { get; set; }
        public Guid? KeyOr { get; set; }
        public DateTime At { get; set; }
        public DateTime? AtOr { get; set; }
        public DateTimeOffset Instant { get; set; }
        public DateTimeOffset? InstantOr { get; set; }
        public DateOnly Day { get; set; }
        public DateOnly? DayOr { get; set; }
        public TimeOnly Hour { get; set; }
        public TimeOnly? HourOr { get; set; }
        public Shade Numbered { get; set; }
        public Shade? NumberedOr { get; set; }
        public Shade Named { get; set; }
    }

    [Table("tagged")]
    private sealed class Tagged
    {
        [Key]
        public Guid Id { get; set; }

        public string Tag { get; set; } = "";

        public int? Level { get; set; }
    }
}
