using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Concurrency;

/// <summary>A map that grows while it is used counts every entry and every change, loses none, and lets nobody into a scope.</summary>
public sealed class GrowthTests
{
    // Where each write copies the map, more would take long.
    private static readonly int Keys = Traits.WritesCopy ? 200 : 10_000;
    private static readonly int Maps = Traits.WritesCopy ? 2 : 20;

    [Fact]
    public void NothingIsLostThatThreadsDoWithTheSameKeys() => Grow(
        (crowd, key) => crowd.Numbers.AddOrUpdate(key, 1, static (_, value) => value + 1),
        (crowd, key) => crowd.Numbers.AddOrUpdate(key, 1, static (_, value) => value + 1));

    [Fact]
    public void NothingIsLostThatAScopeDoesWithTheSameKeys() => Grow(
        (crowd, key) => crowd.Numbers.AddOrUpdate(key, 1, static (_, value) => value + 1),
        (crowd, key) => crowd.IncrementInScope(key));

    [Fact]
    public void NoDelegateRunsWhileAScopeIsOpen()
    {
        var crowd = new Crowd();
        var inside = 0;
        var key = 0;
        Threads.RunWhile(Keys / 4, () => crowd.InScope(() => Alone(10)), Add, Add);

        // Of all that are inside, a scope adds ten and so finds ten; two delegates with different keys add one each.
        void Add() => crowd.Numbers.AddOrUpdate(Interlocked.Increment(ref key), _ => Together(), (_, _) => Together());

        void Alone(int weight)
        {
            Assert.Equal(weight, Interlocked.Add(ref inside, weight));
            Thread.SpinWait(20);
            Assert.Equal(0, Interlocked.Add(ref inside, -weight));
        }

        long Together()
        {
            Assert.InRange(Interlocked.Increment(ref inside), 1, 2);
            Thread.SpinWait(20);
            Assert.InRange(Interlocked.Decrement(ref inside), 0, 1);
            return 1;
        }
    }

    [Fact]
    public void OneThreadAddsEachKey()
    {
        for (var map = 0; map < Maps; map++)
        {
            var crowd = new Crowd();
            var added = 0;
            Threads.Run(3, _ =>
            {
                for (var key = 0; key < Keys; key++)
                {
                    if (crowd.Numbers.TryAdd(key, key))
                    {
                        Interlocked.Increment(ref added);
                    }
                }
            });
            Assert.Equal((Keys, Keys, Keys), (added, crowd.Numbers.Count, crowd.Numbers.Snapshot().Count()));
            Assert.Equal(Keys, crowd.Version);
        }
    }

    [Fact]
    public void WhoeverAsksMeanwhileIsToldWhatIsThere()
    {
        for (var map = 0; map < Maps; map++)
        {
            var crowd = new Crowd();
            var done = 0;
            Threads.Run(2, number =>
            {
                for (var key = 0; number == 0 && key < Keys; key++)
                {
                    crowd.Numbers.Add(key, key);
                    Volatile.Write(ref done, key + 1);
                }

                for (var before = 0; before < Keys;)
                {
                    before = Volatile.Read(ref done);
                    var (version, count, snapshot) = (crowd.Version, crowd.Numbers.Count, crowd.Numbers.Snapshot());

                    // What is added is there before the adding thread says so, and never more than one key before.
                    var after = Volatile.Read(ref done) + 1;
                    Assert.InRange(version, before, after);
                    Assert.InRange(count, version, after);
                    Assert.InRange(snapshot.Count, count, after);
                    Assert.Equal(snapshot.Count, snapshot.Count(entry => entry.Key < snapshot.Count));
                }
            });
        }
    }

    [Fact]
    public void AMapThatWasEmptiedOrReplacedGrowsAgain()
    {
        var crowd = new Crowd();
        for (var time = 0; time < 2; time++)
        {
            AddAll();
            crowd.Numbers.Clear();
            AddAll();
            crowd.Numbers.ReplaceAll([KeyValuePair.Create(-1, 1L)]);
            Assert.Equal((1, 1L), (crowd.Numbers.Count, crowd.Numbers[-1]));
        }

        void AddAll()
        {
            Threads.Run(2, number =>
            {
                for (var key = number; key < Keys; key += 2)
                {
                    crowd.Numbers.Set(key, key);
                }
            });
            Assert.All(Enumerable.Range(0, Keys), key => Assert.True(crowd.Numbers.ContainsKey(key)));
        }
    }

    // Each of three threads goes through all keys, two of them in the same way.
    private static void Grow(Action<Crowd, int> increment, Action<Crowd, int> incrementToo)
    {
        for (var map = 0; map < Maps; map++)
        {
            var crowd = new Crowd();
            Threads.Run(3, number =>
            {
                for (var key = 0; key < Keys; key++)
                {
                    (number == 0 ? incrementToo : increment)(crowd, key);
                }
            });
            Assert.All(crowd.Numbers, static entry => Assert.Equal(3, entry.Value));
            Assert.Equal((Keys, 3L * Keys), (crowd.Numbers.Count, crowd.Version));
        }
    }
}
