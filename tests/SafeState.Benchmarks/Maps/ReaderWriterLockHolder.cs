namespace SafeState.Benchmarks.Maps;

[SharedState(Strategy = Strategy.ReaderWriterLock, ScopeAccess = ScopeAccess.Internal)]
internal sealed partial class ReaderWriterLockHolder
{
    private readonly Dictionary<int, long> _entries = [];
}
