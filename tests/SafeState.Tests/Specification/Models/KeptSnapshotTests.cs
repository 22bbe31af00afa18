using SafeState.Gates;
using SafeState.Tests.Holders;

namespace SafeState.Tests.Models;

/// <summary>
/// A snapshot that was kept has what the map had then, whatever was done to the map since. Maps with each kind of keys and values
/// against plain dictionaries.
/// </summary>
public sealed class KeptSnapshotTests
{
    private const int Steps = 1_500;
    private const int Keys = 40;

    private readonly Crowd _crowd = new();

    public static TheoryData<int> Seeds => [1, 2, 3];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void OfNumbers(int seed) => Check(seed, number => number, number => (long)number, _crowd.Numbers, _crowd.InOneScope);

    // Strings that are equal and not the same, of all lengths that a hash may read in a way of its own.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void OfTexts(int seed) => Check(seed, number => new string('k', number) + number, number => $"{number}", _crowd.Texts, _crowd.InOneScope);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void OfKeysThatMeet(int seed) => Check(seed, number => new Crowd.Meeting(number), number => (decimal)number, _crowd.Meetings, _crowd.InOneScope);

    /// <summary>More snapshots than sixteen bits could number, with a change before each.</summary>
    [Fact]
    public void EachOfVeryMany()
    {
        const int Entries = 8;
        _crowd.Numbers.SetRange(Enumerable.Range(0, Entries).Select(key => KeyValuePair.Create(key, 0L)));
        var kept = new List<(MapSnapshot<int, long> Snapshot, long[] Values)>();
        var values = new long[Entries];
        for (var time = 1; time <= 70_000; time++)
        {
            _crowd.Numbers.Set(time % Entries, time);
            values[time % Entries] = time;
            var snapshot = _crowd.Numbers.Snapshot();
            if (time % 1_000 < 2 || (time & 0xFFFF) < 4)
            {
                kept.Add((snapshot, [.. values]));
            }
        }

        Assert.All(kept, taken => Assert.Equal(taken.Values, Enumerable.Range(0, Entries).Select(key => taken.Snapshot[key])));
    }

    private static void Check<TKey, TValue, TGate>(
        int seed,
        Func<int, TKey> key,
        Func<int, TValue> value,
        MapFacade<TKey, TValue, TGate> map,
        Action<Crowd.Change<TKey, TValue>, Crowd.Change<TKey, TValue>> inOneScope)
        where TKey : notnull
        where TGate : struct, IGate<TGate>
    {
        var random = new Random(seed);
        var model = new Dictionary<TKey, TValue>();
        var kept = new List<(MapSnapshot<TKey, TValue> Snapshot, Dictionary<TKey, TValue> Model)>();
        for (var step = 0; step < Steps; step++)
        {
            ChangeBoth();
            var asked = key(random.Next(Keys));
            Assert.Equal((model.TryGetValue(asked, out var expected), expected), (map.TryGetValue(asked, out var actual), actual));
            if (random.Next(4) == 0)
            {
                kept.Add((map.Snapshot(), new(model)));
            }
        }

        Assert.All(kept, taken =>
        {
            Assert.Equal(taken.Model.Count, taken.Snapshot.Count);
            Assert.Equal(taken.Model.ToHashSet(), taken.Snapshot.ToHashSet());
            Assert.All(taken.Model, entry => Assert.Equal(entry.Value, taken.Snapshot[entry.Key]));
        });

        void ChangeBoth()
        {
            var (first, second) = (Draw(), Draw());
            switch (random.Next(100))
            {
                case 0:
                    map.Clear();
                    model.Clear();
                    break;
                case 1:
                    var all = Enumerable.Range(0, random.Next(Keys)).Select(number => KeyValuePair.Create(key(number), value(number))).ToList();
                    map.ReplaceAll(all);
                    model = new(all);
                    break;
                case < 20:
                    inOneScope(first, second);
                    first.ApplyTo(model);
                    second.ApplyTo(model);
                    break;
                case < 40:
                    map.AddOrUpdate(first.Key, first.Value, (_, _) => first.Value);
                    model[first.Key] = first.Value;
                    break;
                case < 70:
                    Assert.Equal(model.Remove(first.Key), map.Remove(first.Key));
                    break;
                default:
                    map.Set(first.Key, first.Value);
                    model[first.Key] = first.Value;
                    break;
            }
        }

        Crowd.Change<TKey, TValue> Draw() => new(key(random.Next(Keys)), value(random.Next()), IsRemoval: random.Next(2) == 0);
    }
}
