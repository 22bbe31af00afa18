namespace SafeState.Storage;

/// <summary>The exceptions of maps, worded once.</summary>
internal static class MapErrors
{
    /// <param name="key">The key.</param>
    /// <param name="field">The field of the holder, where the map still knows it.</param>
    public static KeyNotFoundException KeyNotFound<TKey>(TKey key, string? field = null) =>
        new($"The given key '{key}' was not present in {(field is null ? "the map" : $"'{field}'")}. Ask 'TryGetValue' when that may be so.");

    public static ArgumentException DuplicateKey<TKey>(TKey key, string field) =>
        new($"The key '{key}' is in '{field}' already. Use Set or TryAdd when that may be so.", nameof(key));
}
