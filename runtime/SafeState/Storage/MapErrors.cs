namespace SafeState.Storage;

/// <summary>The exceptions of maps, worded once.</summary>
internal static class MapErrors
{
    public static KeyNotFoundException KeyNotFound<TKey>(TKey key) => new($"The given key '{key}' was not present in the map. Ask 'TryGetValue' when that may be so.");

    public static ArgumentException DuplicateKey<TKey>(TKey key, string field) =>
        new($"The key '{key}' is in '{field}' already. Use Set or TryAdd when that may be so.", nameof(key));
}
