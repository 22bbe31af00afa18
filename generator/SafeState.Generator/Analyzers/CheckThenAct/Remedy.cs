namespace SafeState.Generator.Analyzers.CheckThenAct;

/// <summary>What to write instead of a check and what depends on it.</summary>
internal enum Remedy
{
    /// <summary>Both in one scope: there is no single call.</summary>
    Scope,
    TryAdd,
    GetOrAdd,
    AddOrUpdate,
    Update,
    TryGetValue,
    TryGet,
    Add,
    Remove,
    TryDequeue,

    /// <summary>A loop over the elements instead of one over the indices.</summary>
    ForEach,
}
