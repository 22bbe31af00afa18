namespace SafeState.Generator.Model;

/// <summary>What a state field holds. Types are written as generated code writes them: fully qualified, with nullable annotations.</summary>
internal abstract record StateShape
{
    /// <summary>The field's type; a collection's is never nullable.</summary>
    public abstract string Type { get; }
}

/// <summary>A value that is read and written as a whole.</summary>
internal sealed record ScalarShape(string ValueType) : StateShape
{
    public override string Type => ValueType;
}

/// <summary>A collection of values that may be handed out as they are.</summary>
/// <param name="Kind">Which collection.</param>
/// <param name="Arguments">Its type arguments.</param>
internal sealed record CollectionShape(CollectionKind Kind, EquatableArray<string> Arguments) : StateShape
{
    public override string Type => $"global::System.Collections.Generic.{Kind}<{string.Join(", ", Arguments)}>";
}
