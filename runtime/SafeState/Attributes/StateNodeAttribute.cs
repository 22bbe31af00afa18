namespace SafeState;

/// <summary>Makes a partial class a node: a mutable object that lives inside holders of shared state, as the value of a collection or field, in one place at a time.</summary>
/// <remarks>
/// Its fields are private to generated code, as a holder's are. Outside a holder a node is inert; inside, it is read and changed through the views of the
/// holder's scopes, and handed out as an immutable snapshot. A node may hold collections, and other nodes.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StateNodeAttribute : Attribute;
