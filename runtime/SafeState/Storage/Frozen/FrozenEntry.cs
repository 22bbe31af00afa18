namespace SafeState.Storage.Frozen;

/// <summary>A place of a frozen table, for an entry or empty.</summary>
internal struct FrozenEntry<TKey, TValue>
{
    /// <summary>Zero where no entry is; else what <see cref="LinkTo"/> made of the next place with the same number.</summary>
    public int Link;

    public TKey Key;
    public TValue Value;

    /// <summary>Leads nowhere: the last of those that have the same number.</summary>
    public const int End = 1;

    /// <summary>The place that comes next. Beyond any table if there is none.</summary>
    public readonly uint Next => (uint)(Link - 2);

    /// <summary>What leads to a place.</summary>
    public static int LinkTo(int place) => place + 2;
}
