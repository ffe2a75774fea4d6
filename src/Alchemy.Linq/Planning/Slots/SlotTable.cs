using System.Linq.Expressions;
using Alchemy.Linq;

namespace Alchemy.Internals;

/// <summary>The slots of a query: type and source text of each, and how to read all of them from the roots of a walk.</summary>
internal sealed class SlotTable
{
    private readonly SlotReader[] readers;

    private SlotTable(SlotReader[] readers) => this.readers = readers;

    public int Count => readers.Length;

    /// <summary>The static type of a slot's value.</summary>
    public Type TypeOf(int slot) => readers[slot].Type;

    /// <summary>The term as the user wrote it, for messages and names of parameters.</summary>
    public string TextOf(int slot) => readers[slot].Text;

    /// <summary>Fills <paramref name="values"/>, in slot order, from the roots of the walk.</summary>
    /// <exception cref="LinqTranslationException">A captured value could not be read; the message has the term.</exception>
    public void Extract(object?[] roots, Span<object?> values)
    {
        var i = 0;
        ExecutionClock.Begin();
        try
        {
            for (; i < readers.Length; i++)
            {
                values[i] = readers[i].Read(roots);
            }
        }
        catch (Exception failure) when (failure is not LinqTranslationException)
        {
            throw new LinqTranslationException(LinqTranslationException.CapturedValue, "A value captured by the query", failure.Message.TrimEnd('.'), readers[i].Text, failure);
        }
    }

    internal sealed class Builder
    {
        private readonly List<SlotReader> readers = [];

        /// <summary>The slot of a closed term; the same captured member of the same object is one slot.</summary>
        public SlotExpression Add(Expression term)
        {
            var reader = SlotReader.For(term);
            var index = readers.FindIndex(reader.ReadsSame);
            if (index < 0)
            {
                index = readers.Count;
                readers.Add(reader);
            }

            return new SlotExpression(index, term.Type);
        }

        public SlotTable Build() => new([.. readers]);
    }
}
