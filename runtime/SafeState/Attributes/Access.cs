namespace SafeState;

/// <summary>What the facade of a state field offers to everybody who sees the holder. Scopes can always do everything.</summary>
public enum Access
{
    /// <summary>Reading and writing members.</summary>
    ReadWrite,

    /// <summary>Reading members only.</summary>
    ReadOnly,

    /// <summary>No facade at all: the field is reached through scopes and snapshots.</summary>
    None,
}
