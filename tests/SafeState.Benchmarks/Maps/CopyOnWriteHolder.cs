namespace SafeState.Benchmarks.Maps;

[SharedState(Strategy = Strategy.CopyOnWrite, ScopeAccess = ScopeAccess.Internal)]
internal sealed partial class CopyOnWriteHolder
{
    private readonly Dictionary<int, long> _entries = [];
}
