namespace SafeState;

/// <summary>How the keys, values and elements of a state field leave the lock.</summary>
public enum ValueSharing
{
    /// <summary>Only types that are safe to share are accepted; anything else is SAFE006.</summary>
    Checked,

    /// <summary>Handed out by reference, whatever their type: the author of the holder vouches that they are safe to share.</summary>
    ByReference,
}
