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

    /// <summary>Entries that are changed again after so many snapshots that sixteen bits could not number them, or one more or less.</summary>
    [Fact]
    public void OfEntriesThatWereLeftAloneForLong()
    {
        const int Entries = 50;
        const int Period = 1 << 16;
        var kept = new List<(MapSnapshot<int, long> Snapshot, Dictionary<int, long> Model)>();
        var model = new Dictionary<int, long>();
        for (var time = 0; time < Period + Entries + 2; time++)
        {
            Set(-1, time);
            for (var difference = -2; difference <= 1; difference++)
            {
                var entry = time < Entries ? time : time - Period - difference;
                if (entry is >= 0 and < Entries)
                {
                    Set((difference + 2) * Entries + entry, time);
                }
            }

            var snapshot = _crowd.Numbers.Snapshot();
            if (time is < Entries or > Period - 3)
            {
                kept.Add((snapshot, new(model)));
            }
        }

        Assert.All(kept, taken => Assert.Equal(taken.Model.ToHashSet(), taken.Snapshot.ToHashSet()));

        void Set(int key, long value)
        {
            _crowd.Numbers.Set(key, value);
            model[key] = value;
        }
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
