namespace SafeState.Generator.Model;

/// <summary>What a state field holds. Types are written as generated code writes them: fully qualified, with nullable annotations.</summary>
internal abstract record StateShape(string Type);

/// <summary>A value that is read and written as a whole.</summary>
internal sealed record ScalarShape(string Type) : StateShape(Type);

/// <summary>A collection of values that may be handed out as they are.</summary>
/// <param name="Kind">Which collection.</param>
/// <param name="Type">The declared type, never nullable.</param>
/// <param name="Arguments">Its type arguments.</param>
internal sealed record CollectionShape(CollectionKind Kind, string Type, EquatableArray<string> Arguments) : StateShape(Type);
