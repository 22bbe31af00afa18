namespace SafeState.Benchmarks.Maps;

/// <summary>Keys by number, in each type of key that is measured.</summary>
internal static class Keys
{
    /// <remarks>A string is a new one each time: whoever looks up a key in earnest seldom has the very string that is in the map.</remarks>
    public static TKey Of<TKey>(int number) => typeof(TKey) == typeof(int)
        ? (TKey)(object)number
        : (TKey)(object)$"client-{number:D7}";

    /// <summary>The keys from zero.</summary>
    public static TKey[] First<TKey>(int count) => [.. Enumerable.Range(0, count).Select(Of<TKey>)];
}
