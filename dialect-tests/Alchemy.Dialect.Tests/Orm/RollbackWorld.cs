namespace Alchemy.Tests;

/// <summary>A small graph in a session, and beside it the model: what each object is, what the database has, and what each open frame will bring back.</summary>
/// <remarks>Objects have names that never change in the model; foreign keys are the names of parents. The rules are those of DESIGN.md, section 6.</remarks>
internal sealed class RollbackWorld
{
    private static readonly string[] Notes = ["a", "b", "c", "d"];

    private readonly Session _session;
    private readonly Model _model;
    private readonly Random _random;
    private readonly List<Customer> _customers = [];
    private readonly List<Order> _orders = [];
    private readonly Stack<SessionTransaction> _open = new();
    private readonly Stack<Frame> _frames = new();

    // What memory is, and what the database has, by object; an object that is in neither is transient.
    private Dictionary<object, Facts> _memory = new(ReferenceEqualityComparer.Instance);
    private Dictionary<object, Facts> _rows = new(ReferenceEqualityComparer.Instance);
    private Dictionary<object, Facts> _committed = new(ReferenceEqualityComparer.Instance);

    // Deleted by a flush: such an object keeps its key.
    private HashSet<object> _gone = new(ReferenceEqualityComparer.Instance);
    private HashSet<object> _committedGone = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<object> _again = new(ReferenceEqualityComparer.Instance);

    public RollbackWorld(Session session, Model model, Random random)
    {
        (_session, _model, _random) = (session, model, random);
        for (var i = 0; i < 2; i++)
        {
            var customer = new Customer { Name = $"c{i}" };
            _customers.Add(customer);
            _session.Add(customer);
            _memory[customer] = new Facts(null, null, IsDeleted: false);
        }

        Commit();
    }

    public List<string> Log { get; } = [];

    /// <summary>Everything that is pending, flushed or committed, as the model has it.</summary>
    private sealed record Facts(string? Text, object? Parent, bool IsDeleted);

    /// <summary>What a rollback brings back: memory (null for the implicit transaction, whose memory is the rows of the last commit) and rows.</summary>
    private sealed record Frame(Dictionary<object, Facts>? Memory, Dictionary<object, Facts> Rows, HashSet<object> Gone);

    public void Step()
    {
        switch (_random.Next(18))
        {
            case 0 or 1:
                Add();
                break;
            case 2 or 3:
                Edit();
                break;
            case 4 or 5 or 6:
                Move();
                break;
            case 7:
                Delete();
                break;
            case 8 or 9:
                Say("flush");
                Flush();
                break;
            case 10:
                FailFlush();
                break;
            case 11:
                Say("commit");
                Commit();
                break;
            case 12:
                Begin();
                break;
            case 13:
                Savepoint();
                break;
            case 14:
                EndSavepoint();
                break;
            case 15:
                Rollback(keepEdits: false);
                break;
            case 16:
                Rollback(keepEdits: true);
                break;
            case 17:
                AddAgain();
                break;
        }
    }

    /// <summary>Compares memory and rows with the model.</summary>
    public void Check()
    {
        foreach (var entity in _customers.Concat<object>(_orders))
        {
            var state = _session.Find(entity);
            if (!_memory.TryGetValue(entity, out var facts))
            {
                Assert.That(state, Is.Null, $"{Name(entity)} is unknown");
                Assert.That(IdOf(entity) > 0 && !_gone.Contains(entity), Is.False, $"{Name(entity)} has its former key");
                continue;
            }

            Assert.That(state, Is.Not.Null, $"{Name(entity)} is known");
            Assert.That(state!.Status, Is.EqualTo(_rows.ContainsKey(entity) ? EntityState.Persistent : EntityState.Pending), Name(entity));
            Assert.That(state.IsMarkedDeleted, Is.EqualTo(facts.IsDeleted), $"{Name(entity)} is marked");
            Assert.That(TextOf(entity), Is.EqualTo(facts.Text), Name(entity));
            Assert.That(IdOf(entity) > 0, Is.EqualTo(_rows.ContainsKey(entity)), $"key of {Name(entity)}");
            if (entity is Order order && !facts.IsDeleted)
            {
                Assert.That(order.Customer is null ? null : Name(order.Customer), Is.EqualTo(Name(facts.Parent)), $"customer of {Name(entity)}");
            }
        }

        CheckRows();
        CheckCollections();
    }

    private void CheckRows()
    {
        var (c, o) = (_model.Entity<Customer>("c"), _model.Entity<Order>("o"));
        var names = _session.Execute<Customer>(EntityQuery.Select(c).AsNoTracking()).ToDictionary(x => x.Id, x => $"{x.Name}:{x.Country}");
        var orders = _session.Execute<Order>(EntityQuery.Select(o).AsNoTracking()).Select(x => $"{(int)x.Total}:{x.Note}:{names[x.CustomerId].Split(':')[0]}");
        Assert.That(names.Values.Order(), Is.EqualTo(_rows.Where(r => r.Key is Customer).Select(r => $"{Name(r.Key)}:{r.Value.Text}").Order()), "customers");
        Assert.That(orders.Order(), Is.EqualTo(_rows.Where(r => r.Key is Order).Select(r => $"{(int)((Order)r.Key).Total}:{r.Value.Text}:{Name(r.Value.Parent)}").Order()), "orders");
    }

    // When nothing is pending both ends agree.
    private void CheckCollections()
    {
        if (_session.PlanFlush().IsEmpty && _memory.All(m => _rows.TryGetValue(m.Key, out var row) && row == m.Value) && _rows.Count == _memory.Count)
        {
            foreach (var customer in _customers.Where(_memory.ContainsKey))
            {
                Assert.That(customer.Orders.Select(Name).Order(), Is.EqualTo(_memory.Where(m => ReferenceEquals(m.Value.Parent, customer)).Select(m => Name(m.Key)).Order()), $"orders of {Name(customer)}");
            }
        }
    }

    private void Add()
    {
        if (_random.Next(3) == 0)
        {
            var customer = new Customer { Name = $"c{_customers.Count}" };
            Say($"add {Name(customer)}");
            _customers.Add(customer);
            _session.Add(customer);
            _memory[customer] = new Facts(null, null, false);
            return;
        }

        if (Pick(Living<Customer>()) is not { } parent)
        {
            return;
        }

        var order = new Order { Total = _orders.Count, Note = "new" };
        var way = _random.Next(3);
        Say($"add {Name(order)} to {Name(parent)} by {way}");
        _orders.Add(order);
        order.Customer = parent;
        if (way > 0)
        {
            parent.Orders.Add(order);
        }

        _session.Add(order);
        _memory[order] = new Facts("new", parent, false);
    }

    private void Edit()
    {
        if (Pick(Living<object>()) is not { } entity)
        {
            return;
        }

        var text = Pick(Notes)!;
        Say($"edit {Name(entity)} = {text}");
        SetText(entity, text);
        _memory[entity] = _memory[entity] with { Text = text };
    }

    private void Move()
    {
        if (Pick(Living<Order>()) is not { } order || Pick(Living<Customer>()) is not { } to || _memory[order].Parent is not Customer from)
        {
            return;
        }

        // Back where the row is, by the reference alone, would look like a move by the collections alone.
        var way = ReferenceEquals(_rows.GetValueOrDefault(order)?.Parent, to) ? 1 : _random.Next(3);
        Say($"move {Name(order)} from {Name(from)} to {Name(to)} by {way}");
        order.Customer = to;
        if (way > 0)
        {
            _customers.Where(c => c != to).ToList().ForEach(c => c.Orders.Remove(order));
            if (!to.Orders.Contains(order))
            {
                to.Orders.Add(order);
            }
        }

        _memory[order] = _memory[order] with { Parent = to };
    }

    private void Delete()
    {
        var loose = Living<object>().Where(e => e is Order || !_memory.Values.Any(m => ReferenceEquals(m.Parent, e)) && !_rows.Values.Any(m => ReferenceEquals(m.Parent, e))).ToList();
        if (Pick(loose) is not { } entity)
        {
            return;
        }

        Say($"delete {Name(entity)}");
        _session.Delete(entity);
        if (_rows.ContainsKey(entity))
        {
            _memory[entity] = _memory[entity] with { IsDeleted = true };
            return;
        }

        // One that was only added is forgotten; the program takes it out of its parents' collections.
        _customers.ForEach(c => c.Orders.Remove((entity as Order)!));
        _memory.Remove(entity);
    }

    private void Flush()
    {
        if (_frames.Count == 0 && (_memory.Count != _rows.Count || _memory.Any(m => m.Value != _rows.GetValueOrDefault(m.Key))))
        {
            _frames.Push(new Frame(null, Copy(_committed), _committedGone));
        }

        _session.Flush();
        ModelFlush();
    }

    private void ModelFlush()
    {
        foreach (var entity in _memory.Where(m => m.Value.IsDeleted).Select(m => m.Key).ToList())
        {
            _memory.Remove(entity);
        }

        _gone = new HashSet<object>(_gone.Concat(_rows.Keys).Where(k => !_memory.ContainsKey(k)), ReferenceEqualityComparer.Instance);
        _rows = Copy(_memory);
    }

    private void FailFlush()
    {
        Say("failing flush");
        var twin = new Customer { Name = "twin" };
        var other = new Customer { Name = "twin" };
        _session.Add(twin);
        _session.Add(other);
        Assert.That(() => _session.Flush(), Throws.InstanceOf<ConstraintViolationException>());
        Assert.That((twin.Id, other.Id), Is.EqualTo((0, 0)));
        _session.Delete(twin);
        _session.Delete(other);
    }

    private void Commit()
    {
        _session.Commit();
        ModelFlush();
        (_committed, _committedGone) = (Copy(_rows), _gone);
        _frames.Clear();
        _open.Clear();
    }

    private void Begin()
    {
        if (_frames.Count > 0)
        {
            return;
        }

        Say("begin");
        _session.Begin();
        _frames.Push(new Frame(Copy(_memory), Copy(_rows), _gone));
    }

    private void Savepoint()
    {
        Say("savepoint");
        Flush();
        if (_frames.Count == 0)
        {
            _frames.Push(new Frame(null, Copy(_committed), _committedGone));
        }

        _open.Push(_session.Savepoint());
        _frames.Push(new Frame(Copy(_memory), Copy(_rows), _gone));
    }

    private void EndSavepoint()
    {
        if (_open.Count == 0)
        {
            return;
        }

        var savepoint = _open.Pop();
        var release = _random.Next(2) == 0;
        Say(release ? "release" : "rollback to savepoint");
        if (release)
        {
            savepoint.Commit();
            ModelFlush();
            _frames.Pop();
            return;
        }

        savepoint.Rollback();
        Restore(_frames.Pop());
    }

    private void Rollback(bool keepEdits)
    {
        var outermost = _frames.LastOrDefault() ?? new Frame(null, Copy(_committed), _committedGone);
        var edits = keepEdits ? Edits(outermost.Memory ?? outermost.Rows, outermost.Rows) : null;
        Say(edits is null ? "rollback" : "rollback with edits kept");
        _session.Rollback(edits is not null);
        _frames.Clear();
        _open.Clear();
        Restore(outermost);
        foreach (var (entity, facts) in edits ?? [])
        {
            _memory[entity] = facts;
        }
    }

    // What no flush has seen, over what will be restored; null when a link leads to or from an object that will not be there: it would be added with the link.
    private Dictionary<object, Facts>? Edits(Dictionary<object, Facts> restored, Dictionary<object, Facts> rows)
    {
        // Nor are these tried: objects added again, and a mark on an object that will have no row.
        if (_memory.Any(m => _again.Contains(m.Key) || m.Value.IsDeleted && !rows.ContainsKey(m.Key)))
        {
            return null;
        }

        var edits = new Dictionary<object, Facts>(ReferenceEqualityComparer.Instance);
        foreach (var (entity, facts) in _memory)
        {
            if (!_rows.TryGetValue(entity, out var row))
            {
                edits.Add(entity, facts);
            }
            else if (!ReferenceEquals(facts.Parent, row.Parent) && !restored.ContainsKey(entity))
            {
                return null;
            }
            else if (facts != row && restored.TryGetValue(entity, out var former))
            {
                edits.Add(entity, new Facts(facts.Text == row.Text ? former.Text : facts.Text, ReferenceEquals(facts.Parent, row.Parent) ? former.Parent : facts.Parent, former.IsDeleted || facts.IsDeleted));
            }
        }

        var all = Copy(restored);
        foreach (var (entity, facts) in edits)
        {
            all[entity] = facts;
        }

        return all.Values.Any(f => f.Parent is not null && (!all.TryGetValue(f.Parent, out var parent) || parent.IsDeleted)) ? null : edits;
    }

    // A mark is taken back, or a deleted object is inserted again.
    private void AddAgain()
    {
        var lost = _memory.Where(m => m.Value.IsDeleted).Select(m => m.Key).Concat(_gone.Where(g => !_memory.ContainsKey(g))).Where(e => e is not Order { Customer: var c } || Living<Customer>().Contains(c)).ToList();
        if (Pick(lost) is { } entity)
        {
            Say($"add again {Name(entity)}");
            if (!_memory.ContainsKey(entity))
            {
                // SQLite may have given its key away; and what its collection holds would come with it.
                _again.Add(entity);
                _ = entity is Order order ? order.Id = 0 : ((Customer)entity).Id = 0;
                (entity as Customer)?.Orders.Clear();
            }

            _session.Add(entity);
            _memory[entity] = _memory.TryGetValue(entity, out var marked) ? marked with { IsDeleted = false } : new Facts(TextOf(entity), (entity as Order)?.Customer, false);
        }
    }

    private void Restore(Frame frame) => (_memory, _rows, _gone) = (Copy(frame.Memory ?? frame.Rows), Copy(frame.Rows), frame.Gone);

    private List<T> Living<T>() => [.. _memory.Where(m => !m.Value.IsDeleted).Select(m => m.Key).OfType<T>()];

    private T? Pick<T>(IReadOnlyList<T> items) => items.Count == 0 ? default : items[_random.Next(items.Count)];

    private void Say(string what) => Log.Add(what);

    private static Dictionary<object, Facts> Copy(Dictionary<object, Facts> facts) => new(facts, ReferenceEqualityComparer.Instance);

    private static string? Name(object? entity) => entity is Order order ? $"o{order.Total}" : (entity as Customer)?.Name;

    private static string? TextOf(object entity) => entity is Order order ? order.Note : ((Customer)entity).Country;

    private static int IdOf(object entity) => entity is Order order ? order.Id : ((Customer)entity).Id;

    private static void SetText(object entity, string text)
    {
        if (entity is Order order)
        {
            order.Note = text;
        }
        else
        {
            ((Customer)entity).Country = text;
        }
    }
}
