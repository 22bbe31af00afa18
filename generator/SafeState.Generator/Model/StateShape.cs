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

/// <summary>A collection.</summary>
internal sealed record CollectionShape(CollectionValue Collection) : StateShape
{
    public override string Type => Collection.Type;

    public CollectionKind Kind => Collection.Kind;
}
