namespace SafeState.Benchmarks.Maps;

/// <summary>The map of a generated holder, with what only a holder has.</summary>
public interface IHolderMap<TSelf, TKey> : IMap<TSelf, TKey>
    where TSelf : struct, IHolderMap<TSelf, TKey>
    where TKey : notnull
{
    /// <summary>One look-up in a read scope.</summary>
    long ReadInScope(TKey key);

    /// <summary>One look-up in a write scope, which changes nothing and so copies nothing in any strategy.</summary>
    long ReadInWriteScope(TKey key);

    /// <summary>Enumerates the map under the lock.</summary>
    long SumLocked();

    /// <summary>The snapshot of the whole holder.</summary>
    object TakeSnapshot();

    /// <summary>The snapshot of the map alone.</summary>
    object TakeMapSnapshot();
}
