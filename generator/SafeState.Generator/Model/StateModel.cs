namespace SafeState.Generator.Model;

/// <summary>One state field and the names under which it is offered.</summary>
internal sealed record StateModel
{
    /// <summary>The field's name as it is declared, for messages and documentation.</summary>
    public required string FieldName { get; init; }

    /// <summary>The name of the property on the holder, the scopes and the snapshot.</summary>
    public required string PropertyName { get; init; }

    public required StateShape Shape { get; init; }

    public required Access Access { get; init; }

    /// <summary>Whether only a constructor sets the field: a node's values may be so.</summary>
    public required bool IsReadOnly { get; init; }

    /// <summary>The widest visibility that the field's type allows for a member of the holder.</summary>
    public required Visibility Visibility { get; init; }

    /// <summary>Whether the field may hold null although it must not (SAFE005 speaks of that).</summary>
    public required bool IsNullableCollection { get; init; }
}
