using System.Runtime;
using SafeState.Benchmarks.Maps;

namespace SafeState.Benchmarks.Snapshots;

/// <summary>A holder that is written and asked for snapshots, and a dictionary that is written and copied, side by side.</summary>
internal sealed class SnapshotAndCopy<TMap> : IDisposable
    where TMap : struct, IHolderMap<TMap, int>
{
    private const int Repetitions = 10;

    // A concurrent collection would take its time from whoever is measured when it happens to run.
    private readonly GCLatencyMode _latencyBefore = GCSettings.LatencyMode;
    private readonly TMap _map;
    private readonly Dictionary<int, long> _copied;
    private readonly Askers _askers;
    private readonly bool _keepsLast;
    private object? _kept;

    public SnapshotAndCopy(int readers, bool keepsLast)
    {
        var keys = Keys.First<int>(SnapshotCost.Entries);
        _map = TMap.Create(keys);
        _copied = keys.ToDictionary(key => key, key => (long)key);
        _askers = new Askers(readers, _map.TakeMapSnapshot);
        _keepsLast = keepsLast;
        GCSettings.LatencyMode = GCLatencyMode.Batch;
    }

    public (Spent Snapshot, Spent Copy) Round() => Enumerable.Range(0, Repetitions)
        .Select(repetition => (Snapshot: Snapshot(repetition), Copy: Copy(repetition)))
        .Aggregate((sum, next) => (sum.Snapshot + next.Snapshot, sum.Copy + next.Copy));

    public void Dispose()
    {
        _askers.Dispose();
        GCSettings.LatencyMode = _latencyBefore;
    }

    private Spent Snapshot(int repetition) => Spent.By(() =>
    {
        _map.Set(repetition, repetition);
        _askers.AskAll();
    });

    private Spent Copy(int repetition) => Spent.By(() =>
    {
        _copied[repetition] = repetition;
        _kept = _keepsLast ? _kept : null;
        _kept = new Dictionary<int, long>(_copied, _copied.Comparer);
    });
}
