namespace SafeState.Generator.Analyzers.CheckThenAct;

/// <summary>What a check has found where an act runs.</summary>
internal enum Presence
{
    /// <summary>It cannot be told, or depends on more than the check.</summary>
    Unknown,

    /// <summary>The key or element was there.</summary>
    Present,

    /// <summary>It was not there.</summary>
    Absent,
}
