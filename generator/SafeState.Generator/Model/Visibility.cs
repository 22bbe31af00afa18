namespace SafeState.Generator.Model;

/// <summary>The accessibilities that generated members have, from narrow to wide; the values are those of the runtime's <c>SafeState.ScopeAccess</c>.</summary>
internal enum Visibility
{
    Private,
    Internal,
    Public,
}
