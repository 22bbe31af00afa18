namespace SafeState.Benchmarks.Maps.ByHand;

/// <summary>The limit: a dictionary that nobody shares.</summary>
public readonly struct UnsynchronisedMap : IMap<UnsynchronisedMap>
{
    private readonly Dictionary<int, long> _map;

    private UnsynchronisedMap(Dictionary<int, long> map) => _map = map;

    public static string Name => "Dictionary, no lock";

    public static UnsynchronisedMap Create(int entries) => new UnsynchronisedMap([]).Filled(entries);

    public bool TryGetValue(int key, out long value) => _map.TryGetValue(key, out value);

    public void Set(int key, long value) => _map[key] = value;
}
