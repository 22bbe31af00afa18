using System.Diagnostics;
using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Concurrency;

/// <summary>A look-up finds the whole value of its own key, whatever others do with that key and its neighbours.</summary>
public sealed partial class LookUpTests
{
    private const int Keys = 8;

    // Where each write copies the map, more would take long.
    private static readonly int Followed = Traits.WritesCopy ? 1_000 : 50_000;

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(0.5);

    [Fact]
    public void AValueIsNeverMadeOfTwo() => Threads.Run(3, number =>
    {
        var random = new Random(number);
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < Length;)
        {
            var key = random.Next(Keys);
            if (number == 0)
            {
                _shelf.Books.Set(key, Book.Of(key, random.Next()));
            }
            else if (_shelf.Books.TryGetValue(key, out var book))
            {
                book.AssertBelongsTo(key);
            }
        }
    });

    [Fact]
    public void AValueIsNeverThatOfAnotherKey() => Threads.Run(3, number =>
    {
        // Each key that is removed leaves its place to the next one.
        var random = new Random(number);
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < Length;)
        {
            var key = random.Next(Keys);
            var place = new Place(key, key);
            if (number != 0)
            {
                if (_shelf.Places.TryGetValue(place, out var book))
                {
                    book.AssertBelongsTo(key);
                }
            }
            else if (!_shelf.Places.Remove(place))
            {
                _shelf.Places.Add(place, Book.Of(key, random.Next()));
            }
        }
    });

    [Fact]
    public void AKeyThatWasAddedIsFoundWhileTheMapGrows() => FollowWriter(
        (crowd, key) => crowd.Numbers.Add(key, key),
        (crowd, key) => Assert.True(crowd.Numbers.TryGetValue(key, out var value) && value == key));

    [Fact]
    public void ATextThatWasAddedIsFoundWhileTheMapGrows() => FollowWriter(
        (crowd, key) => crowd.Texts.Add($"{key}", $"{key}"),
        (crowd, key) => Assert.True(crowd.Texts.TryGetValue($"{key}", out var value) && value == $"{key}"));

    [Fact]
    public void AKeyThatWasRemovedIsNotFound()
    {
        var crowd = new Crowd();
        crowd.Numbers.SetRange(Enumerable.Range(0, Followed).Select(key => KeyValuePair.Create(key, 0L)));
        FollowWriter(crowd, (crowd, key) => crowd.Numbers.Remove(key), (crowd, key) => Assert.False(crowd.Numbers.ContainsKey(key)));
    }

    [Fact]
    public void WhatAScopeTakesBackIsNeverFound()
    {
        var crowd = new Crowd();
        crowd.Numbers.Add(0, 1);
        Threads.RunWhile(
            5_000,
            () =>
            {
                Assert.True(crowd.Numbers.TryGetValue(0, out var value) && value > 0);
                Assert.False(crowd.Numbers.ContainsKey(1));
                Assert.False(crowd.Numbers.TryAdd(0, -1));
                Assert.False(crowd.Numbers.Remove(1));
            },
            () =>
            {
                crowd.InOneScope(Set(0, -1), Set(0, 1));
                crowd.InOneScope(Remove(0), Set(0, 2));
                crowd.InOneScope(Set(1, 0), Remove(1));
            });

        static Crowd.Change<int, long> Set(int key, long value) => new(key, value, IsRemoval: false);

        static Crowd.Change<int, long> Remove(int key) => new(key, 0, IsRemoval: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WhatAScopeTakesBackIsNotFoundEvenIfTheLookUpBeganBefore(bool afterADelegate)
    {
        var key = new Slow(1);
        _shelf.SetSlow(key, 1);
        if (afterADelegate)
        {
            _shelf.Slows.AddOrUpdate(key, 1, static (_, value) => value);
        }

        using var isComparing = new ManualResetEventSlim();
        using var isInside = new ManualResetEventSlim();
        var writer = new Running(() =>
        {
            isComparing.Wait();
            _shelf.SetSlow(key, -1, 2, isInside);
        });

        // Where look-ups take a lock, the scope cannot begin before this one has ended: it does not wait for ever.
        Slow.WhenCompared = () =>
        {
            isComparing.Set();
            isInside.Wait(TimeSpan.FromSeconds(0.2));
        };
        Assert.True(_shelf.Slows.TryGetValue(key, out var found));
        Assert.InRange(found, 1, 2);
        writer.Join();
    }

    /// <summary>Each comparison lasts until others have opened a scope: a look-up that only tried again would never come to an end.</summary>
    [Fact]
    public void ScopesDoNotKeepALookUpFromEnding()
    {
        var key = new Slow(1);
        _shelf.SetSlow(key, 1);
        var scopes = 0;
        var compared = 0;
        Threads.RunWhile(
            1,
            () =>
            {
                Slow.WhenCompared = Compare;
                Assert.True(_shelf.Slows.TryGetValue(key, out _));
                Slow.WhenCompared = null;
            },
            () =>
            {
                _shelf.SetSlow(key, 1);
                Interlocked.Increment(ref scopes);
            });

        // Where look-ups take a lock no scope begins meanwhile: it does not wait for ever.
        void Compare()
        {
            Assert.InRange(++compared, 1, 10);
            var before = Volatile.Read(ref scopes);
            SpinWait.SpinUntil(() => Volatile.Read(ref scopes) > before + 1, TimeSpan.FromSeconds(0.1));
            Slow.WhenCompared = Compare;
        }
    }

    [Fact]
    public void WhoeverHasSeenAChangeFindsItInTheSnapshotToo()
    {
        var crowd = new Crowd();
        crowd.Numbers.Add(0, 0);
        Threads.RunWhile(
            5_000,
            () =>
            {
                Assert.True(crowd.Numbers.TryGetValue(0, out var seen));
                Assert.InRange(crowd.Snapshot().Numbers[0], seen, long.MaxValue);
                Assert.InRange(crowd.Numbers.Snapshot()[0], seen, long.MaxValue);
            },
            () => crowd.Numbers.AddOrUpdate(0, 1, static (_, value) => value + 1));
    }

    [Fact]
    public void WhoeverHasSeenAChangeSeesItInTheVersionToo()
    {
        var crowd = new Crowd();
        crowd.Numbers.Add(0, 0);
        var first = crowd.Version;
        Threads.RunWhile(
            5_000,
            () =>
            {
                var before = crowd.Version;
                Assert.True(crowd.Numbers.TryGetValue(0, out var seen));
                Assert.InRange(seen, before - first, crowd.Version - first);
            },
            () => crowd.Numbers.AddOrUpdate(0, 1, static (_, value) => value + 1));
    }

    // One thread does something to key after key; others look at those that it is done with.
    private static void FollowWriter(Action<Crowd, int> write, Action<Crowd, int> check) => FollowWriter(new Crowd(), write, check);

    private static void FollowWriter(Crowd crowd, Action<Crowd, int> write, Action<Crowd, int> check)
    {
        var done = 0;
        Threads.Run(3, number =>
        {
            var random = new Random(number);
            while (number == 0 && done < Followed)
            {
                write(crowd, done);
                Volatile.Write(ref done, done + 1);
            }

            for (var seen = 0; seen < Followed;)
            {
                seen = Volatile.Read(ref done);
                if (seen > 0)
                {
                    check(crowd, random.Next(seen));
                    check(crowd, seen - 1);
                }
            }
        });
    }

    private readonly Shelf _shelf = new();

    internal readonly record struct Book(int Key, long First, long Second, long Third, long Fourth, long Fifth, long Sixth)
    {
        public static Book Of(int key, long text) => new(key, text, text, text, text, text, text);

        public void AssertBelongsTo(int key) => Assert.Equal(Of(key, First), this);
    }

    /// <summary>A key of two words. All have the same hash code, so that they come and go in the same place of the map.</summary>
    internal readonly record struct Place(long Row, long SameRow)
    {
        public bool Equals(Place other)
        {
            // A key that is half one and half another must not be compared, even if nothing came of it.
            Assert.Equal(other.Row, other.SameRow);
            Assert.Equal(Row, SameRow);
            return Row == other.Row;
        }

        public override int GetHashCode() => 1;
    }

    /// <summary>A key that does something when it is compared for the first time on a thread.</summary>
    internal readonly record struct Slow(int Number)
    {
        [ThreadStatic]
        private static Action? _whenCompared;

        public static Action? WhenCompared
        {
            set => _whenCompared = value;
        }

        public bool Equals(Slow other)
        {
            Interlocked.Exchange(ref _whenCompared, null)?.Invoke();
            return Number == other.Number;
        }

        public override int GetHashCode() => Number;
    }

    [SharedState(Strategy = Chosen.Strategy)]
    internal sealed partial class Shelf
    {
        private readonly Dictionary<int, Book> _books = [];
        private readonly Dictionary<Place, Book> _places = [];
        private readonly Dictionary<Slow, long> _slows = [];

        public void SetSlow(Slow key, long value)
        {
            using var state = EnterWrite();
            state.Slows.Set(key, value);
        }

        /// <summary>Sets a key, says so while it can be taken back, and sets it again.</summary>
        public void SetSlow(Slow key, long first, long last, ManualResetEventSlim isInside)
        {
            using var state = EnterWrite();
            state.Slows.Set(key, first);
            isInside.Set();
#pragma warning disable SAFE105 // Long enough to be seen is the point.
            Thread.Sleep(20);
#pragma warning restore SAFE105
            state.Slows.Set(key, last);
        }
    }
}
