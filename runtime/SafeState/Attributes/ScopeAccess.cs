namespace SafeState;

/// <summary>The accessibility of a holder's scopes and of the methods that open them.</summary>
public enum ScopeAccess
{
    /// <summary>Only the holder opens scopes.</summary>
    Private,

    /// <summary>The assembly of the holder opens scopes.</summary>
    Internal,

    /// <summary>Everybody who sees the holder opens scopes.</summary>
    Public,
}
