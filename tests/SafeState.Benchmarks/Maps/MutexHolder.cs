namespace SafeState.Benchmarks.Maps;

[SharedState(Strategy = Strategy.Mutex, ScopeAccess = ScopeAccess.Internal)]
internal sealed partial class MutexHolder<TKey>
    where TKey : notnull
{
    [State(Values = ValueSharing.ByReference)]
    private readonly Dictionary<TKey, long> _entries = [];
}
