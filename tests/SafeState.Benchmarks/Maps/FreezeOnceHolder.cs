namespace SafeState.Benchmarks.Maps;

[SharedState(Strategy = Strategy.FreezeOnce, ScopeAccess = ScopeAccess.Internal)]
internal sealed partial class FreezeOnceHolder
{
    private readonly Dictionary<int, long> _entries = [];
}
