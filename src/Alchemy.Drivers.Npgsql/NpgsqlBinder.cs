using System.Data.Common;
using Alchemy.Drivers;
using Npgsql;

namespace Alchemy.Internals;

/// <summary>Binds by position. A value whose type is known goes into a parameter of that type.</summary>
internal sealed class NpgsqlBinder : AdoBinder
{
    public static NpgsqlBinder Instance { get; } = new();

    public override void Set<T>(DbParameterCollection parameters, int ordinal, SqlType type, T value)
    {
        if (value is TimeSpan span && type.StorageType is IntervalType { IsNative: false })
        {
            Set(parameters, ordinal, SqlTypes.DateTime, IntervalType.Epoch + FractionalSeconds.Cut(span, FractionalSeconds.Microseconds));
        }
        else if (value is System.Text.Json.JsonElement document && type.StorageType is JsonType)
        {
            Set(parameters, ordinal, type.StorageType, document.GetRawText());
        }
        else if (typeof(T) == typeof(object) || value is null || type.StorageType is RangeType or MultiRangeType or GuidType { IsNative: false } or ArrayType)
        {
            Parameter<NpgsqlParameter>(parameters, ordinal, type).Value = value is null ? DBNull.Value : NpgsqlValues.Convert(type, value);
        }
        else
        {
            Parameter<NpgsqlParameter<T>>(parameters, ordinal, type).TypedValue = NpgsqlValues.Kept(type, value);
        }
    }

    // A statement may be bound in both ways, in turn: a typed parameter takes no NULL, and no value of another type.
    private static TParameter Parameter<TParameter>(DbParameterCollection parameters, int ordinal, SqlType type)
        where TParameter : NpgsqlParameter, new()
    {
        if (ordinal < parameters.Count && parameters[ordinal].GetType() == typeof(TParameter))
        {
            return (TParameter)parameters[ordinal];
        }

        var parameter = new TParameter();
        if (NpgsqlValues.TypeOf(type.StorageType) is { } known)
        {
            parameter.NpgsqlDbType = known;
        }

        if (ordinal == parameters.Count)
        {
            parameters.Add(parameter);
        }
        else
        {
            parameters[ordinal] = parameter;
        }

        return parameter;
    }
}
