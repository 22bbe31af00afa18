namespace SafeState.Tests.Support;

/// <summary>The few things that a caller can tell strategies apart by.</summary>
internal static class Traits
{
    /// <summary>Readers look at a published image and take no lock.</summary>
    public static bool ReadsTakeNoLock => Chosen.Strategy == Strategy.CopyOnWrite;

    /// <summary>Several readers may be inside at a time.</summary>
    public static bool ReadersShare => Chosen.Strategy != Strategy.Mutex && Chosen.Strategy != Strategy.Striped;

    /// <summary>A write allocates: it copies what it changed.</summary>
    public static bool WritesCopy => Chosen.Strategy == Strategy.CopyOnWrite;
}
