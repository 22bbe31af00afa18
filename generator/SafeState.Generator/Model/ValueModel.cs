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

/// <summary>A collection, which is handed out as a snapshot and taken in by copy.</summary>
/// <param name="Kind">Which collection.</param>
/// <param name="Key">The type of a map's keys, otherwise null.</param>
/// <param name="Element">Its elements, or the values of a map.</param>
internal sealed record CollectionValue(CollectionKind Kind, string? Key, ValueModel Element) : ValueModel
{
    public override string Type => Kind == CollectionKind.Array
        ? $"{Element.Type}[]"
        : $"global::System.Collections.Generic.{Kind}<{(Key is null ? string.Empty : Key + ", ")}{Element.Type}>";

    /// <summary>Whether its elements live in the holder as something else than what is declared.</summary>
    public bool IsNested => Element is not PlainValue;
}
