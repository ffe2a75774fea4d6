namespace Alchemy.Tests;

public sealed class LeftoverTests
{
    [Test]
    public void Nothing_is_left_unfinished() => Ruling.MustBeEmpty(Leftovers.UnfinishedWork(Repository.Sources));

    [Test]
    public void No_catch_is_empty() => Ruling.MustBeEmpty(Leftovers.EmptyCatches(Repository.Sources));

    [Test]
    public void Unfinished_work_is_caught() => Ruling.MustCatch(Leftovers.UnfinishedWork(Ruling.Sample("""
        // TODO: later
        class A { void B() => throw new NotImplementedException(); }
        /* FIXME */
        class Todo { string todo; }
        """)), 1, 2, 3);

    [Test]
    public void An_empty_catch_is_caught() => Ruling.MustCatch(Leftovers.EmptyCatches(Ruling.Sample("""
        class A { void B() { try { } catch { }
            try { } catch (Exception e) when (e is null) { /* why not */ }
            try { } catch { throw; } } }
        """)), 1, 2);
}
