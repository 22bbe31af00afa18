namespace SafeState.Generator.Model;

/// <summary>All that the emission knows about a holder, or about a node, which has fields like a holder's and no lock.</summary>
internal sealed record HolderModel
{
    /// <summary>The namespace as it is written in code, or an empty string for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The partial types around the holder, the outermost first.</summary>
    public required EquatableArray<TypeHeader> ContainingTypes { get; init; }

    /// <summary>The holder's own declaration.</summary>
    public required TypeHeader Header { get; init; }

    /// <summary>The fully qualified name with type parameters: how generated code names the holder.</summary>
    public required string FullName { get; init; }

    /// <summary>The name that messages show, containing types included.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The name of the generated file.</summary>
    public required string HintName { get; init; }

    public required bool IsStatic { get; init; }

    /// <summary>What only a node has to say; null for a holder.</summary>
    public required NodeTraits? Node { get; init; }

    public required Strategy Strategy { get; init; }

    public required Visibility ScopeVisibility { get; init; }

    /// <summary>The state fields in declaration order.</summary>
    public required EquatableArray<StateModel> States { get; init; }

    /// <summary>Fixed members, such as <c>Version</c>, that the holder's author has declared: SAFE007 says so, a second declaration would only add noise.</summary>
    public required EquatableArray<string> TakenNames { get; init; }

    public IEnumerable<StateModel> Collections => States.Where(state => state.Shape is CollectionShape);

    public IEnumerable<StateModel> Scalars => States.Where(state => state.Shape is ScalarShape);
}
