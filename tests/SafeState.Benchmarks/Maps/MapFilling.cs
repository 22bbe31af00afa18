namespace SafeState.Benchmarks.Maps;

internal static class MapFilling
{
    /// <summary>Fills a map the same way on either side of a comparison, so that the tables inside are laid out alike.</summary>
    public static TMap Filled<TMap>(this TMap map, int entries)
        where TMap : struct, IMap<TMap>
    {
        for (var key = 0; key < entries; key++)
        {
            map.Set(key, key);
        }

        return map;
    }
}
