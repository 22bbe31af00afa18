namespace SafeState;

/// <summary>
/// Makes a partial class a holder of shared state: its collection fields and its fields that are not <c>readonly</c> are reached
/// only through generated, synchronised members; direct access does not compile (SAFE001).
/// </summary>
/// <remarks>Put it on a <c>class</c>, static or not, that is <c>partial</c> and whose containing types are <c>partial</c>.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SharedStateAttribute : Attribute
{
    /// <summary>How readers and writers are kept apart. The callers of the holder are the same under every strategy.</summary>
    public Strategy Strategy { get; set; } = Strategy.ReaderWriterLock;

    /// <summary>Who may open scopes (<c>EnterRead</c>, <c>EnterWrite</c>): by default the holder itself, since a lock is no part of a class's public face.</summary>
    public ScopeAccess ScopeAccess { get; set; } = ScopeAccess.Private;
}
