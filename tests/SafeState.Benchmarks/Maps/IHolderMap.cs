namespace SafeState.Benchmarks.Maps;

/// <summary>The map of a generated holder, with what only a holder has.</summary>
public interface IHolderMap<TSelf> : IMap<TSelf>
    where TSelf : struct, IHolderMap<TSelf>
{
    /// <summary>One look-up in a read scope.</summary>
    long ReadInScope(int key);

    /// <summary>One look-up in a write scope, which changes nothing and so copies nothing in any strategy.</summary>
    long ReadInWriteScope(int key);

    /// <summary>Enumerates the map under the lock.</summary>
    long SumLocked();

    /// <summary>The snapshot of the whole holder.</summary>
    object TakeSnapshot();

    /// <summary>The snapshot of the map alone.</summary>
    object TakeMapSnapshot();
}
