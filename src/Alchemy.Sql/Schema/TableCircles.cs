namespace Alchemy.Internals;

/// <summary>Finds the sets of tables that refer to each other in a circle (Tarjan's strongly connected components of more than one table).</summary>
internal sealed class TableCircles
{
    private readonly Dictionary<Table, (int Index, int Low)> _met = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<Table> _open = new();
    private readonly HashSet<Table> _isOpen = new(ReferenceEqualityComparer.Instance);
    private readonly List<HashSet<Table>> _found = [];

    private TableCircles()
    {
    }

    public static IReadOnlyList<HashSet<Table>> Of(IEnumerable<Table> tables)
    {
        var circles = new TableCircles();
        foreach (var table in tables.Where(t => !circles._met.ContainsKey(t)))
        {
            circles.Visit(table);
        }

        return circles._found;
    }

    private void Visit(Table table)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        var index = _met.Count;
        var low = index;
        _met[table] = (index, low);
        _open.Push(table);
        _isOpen.Add(table);
        foreach (var other in TableOrder.Before(table))
        {
            if (!_met.ContainsKey(other))
            {
                Visit(other);
                low = Math.Min(low, _met[other].Low);
            }
            else if (_isOpen.Contains(other))
            {
                low = Math.Min(low, _met[other].Index);
            }
        }

        _met[table] = (index, low);
        if (low == index)
        {
            Close(table);
        }
    }

    private void Close(Table first)
    {
        var circle = new HashSet<Table>(ReferenceEqualityComparer.Instance);
        do
        {
            circle.Add(_open.Peek());
            _isOpen.Remove(_open.Peek());
        }
        while (!ReferenceEquals(_open.Pop(), first));

        if (circle.Count > 1)
        {
            _found.Add(circle);
        }
    }
}
