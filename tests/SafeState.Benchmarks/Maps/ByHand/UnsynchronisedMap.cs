namespace SafeState.Benchmarks.Maps.ByHand;

/// <summary>The limit: a dictionary in an object, as in the others, but nobody shares it.</summary>
public readonly struct UnsynchronisedMap : IMap<UnsynchronisedMap>
{
    private readonly UnsynchronisedDictionary _map;

    private UnsynchronisedMap(UnsynchronisedDictionary map) => _map = map;

    public static string Name => "Dictionary, no lock";

    public static UnsynchronisedMap Create(int entries) => new UnsynchronisedMap(new UnsynchronisedDictionary()).Filled(entries);

    public bool TryGetValue(int key, out long value) => _map.TryGetValue(key, out value);

    public void Set(int key, long value) => _map.Set(key, value);
}
