namespace SafeState.Generator.Model;

/// <summary>The runtime's <c>SafeState.Strategy</c>, with the same values.</summary>
internal enum Strategy
{
    ReaderWriterLock,
    Mutex,
    CopyOnWrite,
    FreezeOnce,
    Striped,
}
