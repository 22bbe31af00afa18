namespace SafeState.Storage;

/// <summary>A map inside another collection of a holder.</summary>
internal sealed class MapCell<TKey, TValue> : MapField<TKey, TValue>
    where TKey : notnull
{
    /// <param name="own">A map that nobody else can reach.</param>
    public MapCell(MapStorage<TKey, TValue> own)
        : base(own)
    {
    }

    private protected override MapSnapshot<TKey, TValue> CopySnapshot() => new(Master.Copy());
}
