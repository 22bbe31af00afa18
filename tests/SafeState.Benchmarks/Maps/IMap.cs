namespace SafeState.Benchmarks.Maps;

/// <summary>
/// A map under measurement. Implementations are structs, so that a loop that is generic over them is compiled once for each
/// and calls them directly: both sides of a comparison run loops of the same shape.
/// </summary>
public interface IMap<TSelf>
    where TSelf : struct, IMap<TSelf>
{
    /// <summary>What the tables call it.</summary>
    static abstract string Name { get; }

    /// <summary>Makes a map with the keys from zero, each with itself as value.</summary>
    static abstract TSelf Create(int entries);

    bool TryGetValue(int key, out long value);

    void Set(int key, long value);
}
