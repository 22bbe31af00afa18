namespace SafeState.Generator.Model;

/// <summary>A value, an element or the content of a field, and how it lives in a holder. Types are written as generated code writes them.</summary>
internal abstract record ValueModel
{
    /// <summary>The type as it is declared, never nullable where that is a collection or a node.</summary>
    public abstract string Type { get; }
}

/// <summary>A value that may be handed out as it is.</summary>
internal sealed record PlainValue(string ValueType) : ValueModel
{
    public override string Type => ValueType;
}

/// <summary>A node: an object of a class that is marked so.</summary>
/// <param name="NodeType">The node class.</param>
/// <param name="CanBeCreated">Whether it has a constructor without parameters that generated code can call.</param>
internal sealed record NodeValue(string NodeType, bool CanBeCreated) : ValueModel
{
    public override string Type => NodeType;
}

/// <summary>A collection, which is handed out as a snapshot and taken in by copy.</summary>
/// <param name="Kind">Which collection.</param>
/// <param name="Key">The type of a map's keys, otherwise null.</param>
/// <param name="Element">Its elements, or the values of a map.</param>
internal sealed record CollectionValue(CollectionKind Kind, string? Key, ValueModel Element) : ValueModel
{
    public override string Type => Kind switch
    {
        CollectionKind.Array => $"{Element.Type}[]",
        CollectionKind.Node => Element.Type,
        CollectionKind.OptionalNode => $"{Element.Type}?",
        _ => $"global::System.Collections.Generic.{Kind}<{(Key is null ? string.Empty : Key + ", ")}{Element.Type}>",
    };

    /// <summary>Whether it is a place for a node rather than a collection.</summary>
    public bool IsNodePlace => Kind is CollectionKind.Node or CollectionKind.OptionalNode;

    /// <summary>Whether a new and empty element can be made.</summary>
    public bool CanCreateElement => Element is not NodeValue { CanBeCreated: false };

    /// <summary>Whether its elements live in the holder as something else than what is declared.</summary>
    public bool IsNested => Element is not PlainValue;
}
