namespace SafeState.Benchmarks.Maps.ByHand;

/// <summary>What people write around a map that threads share: one lock.</summary>
internal sealed class LockedDictionary
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, long> _entries = [];

    public bool TryGetValue(int key, out long value)
    {
        lock (_gate)
        {
            return _entries.TryGetValue(key, out value);
        }
    }

    public void Set(int key, long value)
    {
        lock (_gate)
        {
            _entries[key] = value;
        }
    }
}
