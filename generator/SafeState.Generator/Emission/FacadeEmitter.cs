using SafeState.Generator.Model;

namespace SafeState.Generator.Emission;

/// <summary>Writes the facade type of a collection: a name for a runtime base with its type arguments.</summary>
internal static class FacadeEmitter
{
    public static void Emit(CodeWriter writer, HolderModel holder, StateModel state)
    {
        var collection = ((CollectionShape)state.Shape).Collection;
        var gate = holder.Strategy.Traits().Gate;
        var visibility = state.Access == Access.None ? Visibility.Private : state.Visibility;
        writer.Member($"""
            /// <summary>The shared {collection.Kind.Traits().Noun} <c>{state.FieldName}</c> of <c>{holder.Header.Name.Split('<')[0]}</c>.</summary>
            {Attributes.Generated}
            {Attributes.Uncovered}
            """);
        using (writer.OpenBelow($"{visibility.Keyword()} sealed class {state.FacadeType()} : {collection.Facade(state.Access, gate)}"))
        {
            writer.Member($$"""
                internal {{state.FacadeType()}}(global::SafeState.Infrastructure.StateCore<{{gate}}> core, {{collection.Type}} seed)
                    : base(core, seed, {{Shape(collection)}}"{{holder.DisplayName}}.{{state.FieldName}}") { }
                """);
            EmitMembers(writer, state, collection);
        }
    }

    private static string Shape(CollectionValue collection) => collection switch
    {
        { IsNodePlace: true } => $"{collection.Element.Shape()}, mayBeEmpty: {collection.MayBeEmpty()}, ",
        { IsNested: true } => $"{collection.Element.Shape()}, ",
        _ => string.Empty,
    };

    private static void EmitMembers(CodeWriter writer, StateModel state, CollectionValue collection)
    {
        if (collection.IsNodePlace)
        {
            NodeFacadeEmitter.Emit(writer, state, collection);
            return;
        }

        if (CopyMethod(collection.Kind) is { } copy)
        {
            writer.Member($"""
                /// <summary>An independent, mutable copy with the comparer{(collection.IsNested ? "s, at every depth, made from a snapshot" : ", as it is at one moment. O(n)")}.</summary>
                public {collection.Type} DeepCopy() => {copy}();
                """);
        }

        if (collection.IsNested)
        {
            LockedEmitter.Emit(writer, state, collection);
        }
    }

    // A map's facade is the same class for all kinds of maps; what differs is the type that a copy has.
    private static string? CopyMethod(CollectionKind kind) => kind switch
    {
        CollectionKind.Dictionary => "CopyToDictionary",
        CollectionKind.SortedDictionary => "CopyToSortedDictionary",
        _ => null,
    };
}
