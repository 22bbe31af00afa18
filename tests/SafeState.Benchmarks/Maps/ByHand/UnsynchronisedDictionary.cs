namespace SafeState.Benchmarks.Maps.ByHand;

/// <summary>What people write around a map that threads do not share: nothing.</summary>
internal sealed class UnsynchronisedDictionary
{
    private readonly Dictionary<int, long> _entries = [];

    public bool TryGetValue(int key, out long value) => _entries.TryGetValue(key, out value);

    public void Set(int key, long value) => _entries[key] = value;
}
