using System.Diagnostics;
using SafeState.Tests.Support;

namespace SafeState.Tests.Concurrency;

/// <summary>A look-up finds the whole value of its own key, whatever others do with that key and its neighbours.</summary>
public sealed partial class LookUpTests
{
    private const int Keys = 8;

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

    [SharedState(Strategy = Chosen.Strategy)]
    internal sealed partial class Shelf
    {
        private readonly Dictionary<int, Book> _books = [];
        private readonly Dictionary<Place, Book> _places = [];
    }
}
