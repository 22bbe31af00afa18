namespace SafeState.Generator.Model;

/// <summary>The runtime's <c>SafeState.Access</c>, with the same values.</summary>
internal enum Access
{
    ReadWrite,
    ReadOnly,
    None,
}
