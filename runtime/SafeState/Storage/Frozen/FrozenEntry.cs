namespace SafeState.Storage.Frozen;

/// <summary>A place of a frozen table, for an entry or empty.</summary>
internal readonly struct FrozenEntry<TKey, TValue>(TKey key, TValue value, uint next)
{
    /// <summary>Leads nowhere: the last of those that have the same number.</summary>
    public const uint End = uint.MaxValue;

    // Two more than the next place, so that it is zero where nothing was put yet.
    private readonly uint _link = unchecked(next + 2);

    public TKey Key { get; } = key;

    public TValue Value { get; } = value;

    /// <summary>The place that comes next. Beyond any table if there is none.</summary>
    public uint Next => unchecked(_link - 2);

    /// <summary>Whether nothing was put there yet.</summary>
    public bool IsEmpty => _link == 0;
}
