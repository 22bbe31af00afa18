namespace SafeState.Benchmarks.Maps;

internal static class MapFilling
{
    /// <summary>Fills a map the same way on every side of a comparison, so that the tables inside are laid out alike.</summary>
    public static TMap Filled<TMap, TKey>(this TMap map, TKey[] keys)
        where TMap : struct, IMap<TMap, TKey>
        where TKey : notnull
    {
        for (var position = 0; position < keys.Length; position++)
        {
            map.Set(keys[position], position);
        }

        return map;
    }
}
