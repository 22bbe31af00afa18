namespace SafeState.Benchmarks.Throughput;

/// <summary>What a thread does with a key.</summary>
internal enum OperationKind : byte
{
    /// <summary>Looks it up.</summary>
    Read,

    /// <summary>Gives it a value, whether or not it is there.</summary>
    Set,

    /// <summary>Adds it unless it is there.</summary>
    Insert,

    /// <summary>Removes it if it is there.</summary>
    Remove,

    /// <summary>Adds one to its value, or adds it with one.</summary>
    Update,
}
