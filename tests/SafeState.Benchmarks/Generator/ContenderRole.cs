namespace SafeState.Benchmarks.Generator;

/// <summary>Who a generator is in the comparison.</summary>
internal enum ContenderRole
{
    /// <summary>SafeState's own.</summary>
    Measured,

    /// <summary>One that does nothing but what every generator with a file for each type has to: the compiler's part of the time.</summary>
    Floor,

    /// <summary>One of the SDK's.</summary>
    Peer,
}
