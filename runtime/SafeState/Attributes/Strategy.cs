namespace SafeState;

/// <summary>How a holder keeps readers and writers apart.</summary>
public enum Strategy
{
    /// <summary>Many readers at a time or one writer, changes in place. The general case.</summary>
    ReaderWriterLock,

    /// <summary>One thread at a time. For short operations where writes are not much rarer than reads, and sharing a lock is not worth its while.</summary>
    Mutex,

    /// <summary>Readers take no lock and see the last published image; a writer copies what it changed when it leaves. For state that is read far more than written.</summary>
    CopyOnWrite,

    /// <summary>Locked until <c>Freeze()</c> is called, read without a lock and unchangeable from then on. For state that is filled at start-up.</summary>
    FreezeOnce,

    /// <summary>Hash maps are spread over stripes with a lock each: operations on different keys run side by side, and look-ups take no lock. Everything else locks all stripes. For hot maps that threads look up in while others change them.</summary>
    Striped,
}
