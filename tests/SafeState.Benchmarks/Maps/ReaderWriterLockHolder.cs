namespace SafeState.Benchmarks.Maps;

[SharedState(Strategy = Strategy.ReaderWriterLock, ScopeAccess = ScopeAccess.Internal)]
internal sealed partial class ReaderWriterLockHolder<TKey>
    where TKey : notnull
{
    [State(Values = ValueSharing.ByReference)]
    private readonly Dictionary<TKey, long> _entries = [];
}
