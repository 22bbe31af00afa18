using SafeState.Tests.Holders;

namespace SafeState.Tests.Support;

/// <summary>A kind of keys, for tests in which the type of the keys matters.</summary>
public abstract class KeyKind
{
    /// <summary>Whether the platform compares the keys and nobody's code runs.</summary>
    public bool IsComparedByPlatform { get; init; }

    /// <summary>Runs a test with the type of the keys.</summary>
    public abstract void Run(IKeyTest test);
}

/// <summary>A test over keys of any type.</summary>
public interface IKeyTest
{
    void Run<TKey>(KeyKind<TKey> keys)
        where TKey : notnull;
}

/// <inheritdoc/>
/// <param name="key">As many keys as one likes, no two alike.</param>
/// <param name="comparer">How they are compared.</param>
/// <param name="sameKey">How they are asked for, if that is not the same.</param>
public sealed class KeyKind<TKey>(Func<int, TKey> key, IEqualityComparer<TKey>? comparer = null, Func<int, TKey>? sameKey = null) : KeyKind
    where TKey : notnull
{
    public override void Run(IKeyTest test) => test.Run(this);

    /// <summary>A key to put in.</summary>
    public TKey Key(int number) => key(number);

    /// <summary>The key to ask for.</summary>
    public TKey Asked(int number) => (sameKey ?? key)(number);

    /// <summary>A holder of the numbers below <paramref name="count"/>, by their keys.</summary>
    public GenericBoard<TKey, int> Filled(int count)
    {
        var board = new GenericBoard<TKey, int>(comparer);
        board.Values.AddRange(Enumerable.Range(0, count).Select(number => KeyValuePair.Create(key(number), number)));
        return board;
    }

    /// <summary>Looks up what is there and what is not, in each way there is.</summary>
    public void AssertFinds(GenericBoard<TKey, int> board, int count)
    {
        for (var number = 0; number < count; number++)
        {
            Assert.True(board.Values.TryGetValue(Asked(number), out var value));
            Assert.Equal(number, value);
        }

        for (var number = count; number < 2 * count + 10; number++)
        {
            Assert.False(board.Values.TryGetValue(Asked(number), out _));
        }

        Assert.Equal(count > 0, board.Values.ContainsKey(Asked(0)));
        Assert.Equal(count - 1, count > 0 ? board.Values[Asked(count - 1)] : -1);
        Assert.Equal(-1, board.Values.GetValueOrDefault(Asked(count), -1));
        Assert.Contains("was not present in 'GenericBoard", Assert.Throws<KeyNotFoundException>(() => board.Values[Asked(count)]).Message);
        if (default(TKey) is { } none && comparer is null)
        {
            Assert.False(board.Values.ContainsKey(none));
        }
    }

    /// <summary>What a look-up allocates.</summary>
    public long BytesPerLookUp(GenericBoard<TKey, int> board)
    {
        const int LookUps = 200;
        var wanted = Asked(7);
        return Enumerable.Range(0, 5).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var time = 0; time < LookUps; time++)
            {
                board.Values.TryGetValue(wanted, out var _);
            }

            return (GC.GetAllocatedBytesForCurrentThread() - before) / LookUps;
        });
    }
}
