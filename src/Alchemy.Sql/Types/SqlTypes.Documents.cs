namespace Alchemy;

public static partial class SqlTypes
{
    /// <summary>A JSON document.</summary>
    public static JsonType Json { get; } = new();

    /// <summary>PostgreSQL's JSON document with operators of its own: <c>JSONB</c>.</summary>
    public static JsonType Jsonb { get; } = new(IsBinary: true);

    /// <summary>PostgreSQL's map of text: <c>HSTORE</c>.</summary>
    public static NativeType HStore { get; } = new("HSTORE", typeof(IDictionary<string, string?>));

    /// <summary>PostgreSQL's text as words: <c>TSVECTOR</c>.</summary>
    public static NativeType TsVector { get; } = new("TSVECTOR", typeof(string[]));

    /// <summary>PostgreSQL's query for words: <c>TSQUERY</c>.</summary>
    public static NativeType TsQuery { get; } = new("TSQUERY", typeof(string[]));

    /// <summary>PostgreSQL's name of a text search configuration: <c>REGCONFIG</c>.</summary>
    public static NativeType RegConfig { get; } = new("REGCONFIG", typeof(string), IsCastParameter: true);

    /// <summary>PostgreSQL's range of 32 bit integers.</summary>
    public static RangeType Int4Range { get; } = new("INT4RANGE", Integer);

    /// <summary>PostgreSQL's range of 64 bit integers.</summary>
    public static RangeType Int8Range { get; } = new("INT8RANGE", BigInteger);

    /// <summary>PostgreSQL's range of decimals.</summary>
    public static RangeType NumRange { get; } = new("NUMRANGE", new NumericType());

    /// <summary>PostgreSQL's range of dates.</summary>
    public static RangeType DateRange { get; } = new("DATERANGE", Date);

    /// <summary>PostgreSQL's range of times without a zone.</summary>
    public static RangeType TsRange { get; } = new("TSRANGE", DateTime);

    /// <summary>PostgreSQL's range of instants.</summary>
    public static RangeType TsTzRange { get; } = new("TSTZRANGE", DateTimeOffset);

    /// <summary>PostgreSQL's set of ranges of 32 bit integers.</summary>
    public static MultiRangeType Int4MultiRange { get; } = new("INT4MULTIRANGE", Int4Range);

    /// <summary>PostgreSQL's set of ranges of 64 bit integers.</summary>
    public static MultiRangeType Int8MultiRange { get; } = new("INT8MULTIRANGE", Int8Range);

    /// <summary>PostgreSQL's set of ranges of decimals.</summary>
    public static MultiRangeType NumMultiRange { get; } = new("NUMMULTIRANGE", NumRange);

    /// <summary>PostgreSQL's set of ranges of dates.</summary>
    public static MultiRangeType DateMultiRange { get; } = new("DATEMULTIRANGE", DateRange);

    /// <summary>PostgreSQL's set of ranges of times without a zone.</summary>
    public static MultiRangeType TsMultiRange { get; } = new("TSMULTIRANGE", TsRange);

    /// <summary>PostgreSQL's set of ranges of instants.</summary>
    public static MultiRangeType TsTzMultiRange { get; } = new("TSTZMULTIRANGE", TsTzRange);

    /// <summary>The type of a range or of a list of ranges, or null.</summary>
    internal static SqlType? RangeOf(Type clrType) => new SqlType[] { Int4Range, Int8Range, NumRange, DateRange, TsRange, TsTzRange, Int4MultiRange, Int8MultiRange, NumMultiRange, DateMultiRange, TsMultiRange, TsTzMultiRange }
        .FirstOrDefault(t => t.ClrType == clrType);

    /// <summary>PostgreSQL's array of values.</summary>
    /// <param name="item">The type of an element.</param>
    /// <param name="dimensions">How many dimensions are written.</param>
    public static ArrayType Array(SqlType item, int dimensions = 1) => new(item, dimensions);

    /// <summary>A type that one database has, under its own name: <c>INET</c>, <c>BIT(5)</c>.</summary>
    /// <typeparam name="T">The CLR type of a value.</typeparam>
    public static NativeType Native<T>(string name) => new(name, typeof(T));
}
