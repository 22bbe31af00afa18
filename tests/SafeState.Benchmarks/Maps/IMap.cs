namespace SafeState.Benchmarks.Maps;

/// <summary>
/// A map under measurement. Implementations are structs, so that a loop that is generic over them is compiled once for each
/// and calls them directly: all sides of a comparison run loops of the same shape.
/// </summary>
public interface IMap<TSelf, TKey>
    where TSelf : struct, IMap<TSelf, TKey>
    where TKey : notnull
{
    /// <summary>What the tables call it.</summary>
    static abstract string Name { get; }

    /// <summary>Makes a map with these keys, each with its position as value.</summary>
    static abstract TSelf Create(TKey[] keys);

    bool TryGetValue(TKey key, out long value);

    void Set(TKey key, long value);

    bool TryAdd(TKey key, long value);

    bool Remove(TKey key);

    /// <summary>Adds one to the value of the key, or adds the key with one, in one step.</summary>
    void Increment(TKey key);
}
