namespace SafeState.Benchmarks.Maps;

[SharedState(Strategy = Strategy.Mutex, ScopeAccess = ScopeAccess.Internal)]
internal sealed partial class MutexHolder
{
    private readonly Dictionary<int, long> _entries = [];
}
