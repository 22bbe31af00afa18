using SafeState.Tests.Concurrency;
using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Rules;

/// <summary>Rule 1 for maps of every kind: what a delegate must not look up is that of the whole holder, not of its own map only.</summary>
public sealed class ReentryOfMapsTests
{
    private static readonly Crowd.Meeting Meeting = new(1);

    private readonly Crowd _crowd = new();

    public static IEnumerable<object[]> Combinations => Delegates.Keys.SelectMany(_ => LookUps.Keys, (inside, use) => new object[] { inside, use });

    private static Dictionary<string, Action<Crowd, Action>> Delegates { get; } = new()
    {
        ["numbers"] = (crowd, use) => crowd.Numbers.AddOrUpdate(1, 1, (_, value) => After(use, value)),
        ["texts"] = (crowd, use) => crowd.Texts.AddOrUpdate("1", "1", (_, value) => After(use, value)),
        ["meetings"] = (crowd, use) => crowd.Meetings.AddOrUpdate(Meeting, 1, (_, value) => After(use, value)),
    };

    private static Dictionary<string, Action<Crowd>> LookUps { get; } = new()
    {
        ["numbers"] = crowd => crowd.Numbers.TryGetValue(1, out _),
        ["texts"] = crowd => crowd.Texts.TryGetValue("1", out _),
        ["meetings"] = crowd => crowd.Meetings.TryGetValue(Meeting, out _),
    };

    [Theory]
    [MemberData(nameof(Combinations))]
    public void ADelegateOfOneMapCannotLookUpInAnother(string inside, string use)
    {
        _crowd.Numbers.Set(1, 1);
        _crowd.Texts.Set("1", "1");
        var uses = 0;
        Threads.RunElsewhere(() =>
        {
            LookUps[use](_crowd);
            _crowd.Meetings.ReplaceAll([new(Meeting, 1)]);
            Delegates[inside](_crowd, () =>
            {
                uses++;
                Assert.Throws<LockRecursionException>(() => LookUps[use](_crowd));
            });
            LookUps[use](_crowd);
        });
        Assert.Equal(1, uses);
    }

    /// <summary>Where look-ups take no lock a key may use its holder. It never waits for itself, nor does a look-up that it disturbs begin over and over.</summary>
    [Fact]
    public void AKeyThatUsesItsHolderWhileItIsComparedIsAnsweredOrRefused()
    {
        var shelf = new LookUpTests.Shelf();
        var key = new LookUpTests.Slow(1);
        shelf.SetSlow(key, 1);
        Threads.RunElsewhere(() =>
        {
            LookUpTests.Slow.WhenCompared = Use;
            var refusal = Record.Exception(() => Assert.Equal(1, shelf.Slows[key]));
            LookUpTests.Slow.WhenCompared = null;
            Assert.True(refusal is null or LockRecursionException, $"{refusal}");
        });
        Threads.RunElsewhere(() => shelf.SetSlow(key, 2));
        Assert.Equal(2, shelf.Slows[key]);

        void Use()
        {
            LookUpTests.Slow.WhenCompared = Use;
            _ = shelf.Slows.Count;
        }
    }

    private static TValue After<TValue>(Action use, TValue value)
    {
        use();
        return value;
    }
}
