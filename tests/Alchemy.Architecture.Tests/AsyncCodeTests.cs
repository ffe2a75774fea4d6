namespace Alchemy.Tests;

public sealed class AsyncCodeTests
{
    [Test]
    public void Nothing_blocks_on_a_task() => Ruling.MustBeEmpty(AsyncCode.Blocking(Repository.Sources));

    [Test]
    public void No_await_captures_the_context() => Ruling.MustBeEmpty(AsyncCode.CapturedContexts(Repository.Sources));

    [Test]
    public void Blocking_is_caught() => Ruling.MustCatch(AsyncCode.Blocking(Ruling.Sample("""
        class A
        {
            int B(Task<int> t, ValueTask<int> v, Task u, SemaphoreSlim s, Answer a)
            {
                u.Wait();
                u.Wait(10);
                Task.WaitAll(u);
                u.GetAwaiter().GetResult();
                unknown.Wait();
                s.Wait();
                return t.Result + v.Result
                    + unknown.Result
                    + a.Result + this.Result + a.Of.Result + a.Result2();
            }
            int Result;
            N.Result Same() => new N.Result();
        }
        class Answer { public int Result; public Task<int> Of; public int Result2() => 1; }
        namespace N { class Result { } }
        """)), 5, 6, 7, 8, 9, 11, 11, 12, 13);

    [Test]
    public void The_one_unwrapper_may_unwrap() => Ruling.MustBeEmpty(AsyncCode.Blocking(Ruling.Sample(
        "class A { int B(Task<int> t) => t.GetAwaiter().GetResult(); }", AsyncCode.Unwrapper)));

    [Test]
    public void A_captured_context_is_caught() => Ruling.MustCatch(AsyncCode.CapturedContexts(Ruling.Sample("""
        class A
        {
            async Task B(Task t, IAsyncDisposable d, IAsyncEnumerable<int> e, CancellationToken c)
            {
                await t;
                await t.ConfigureAwait(true);
                await t.ConfigureAwait(false);
                await using var x = d;
                await using var y = d.ConfigureAwait(false);
                await using (d) { }
                await using (d.ConfigureAwait(false)) { }
                await using (var z = d) { }
                await foreach (var i in e) { }
                await foreach (var i in e.WithCancellation(c).ConfigureAwait(false)) { }
                await foreach (var (i, j) in f) { }
                foreach (var i in (await g.ConfigureAwait(false))) { }
                using var k = h;
            }
        }
        """)), 5, 6, 8, 10, 12, 13, 15);
}
