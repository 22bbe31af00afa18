using SafeState.Generator.Model;

namespace SafeState.Generator.Emission;

/// <summary>Writes the facade type of a collection: a name for a runtime base with its type arguments.</summary>
internal static class FacadeEmitter
{
    public static void Emit(CodeWriter writer, HolderModel holder, StateModel state)
    {
        var shape = (CollectionShape)state.Shape;
        var traits = shape.Kind.Traits();
        var gate = holder.Strategy.Traits().Gate;
        var isHidden = state.Access == Access.None;
        var visibility = isHidden ? Visibility.Private : state.Visibility;
        writer.Member($"""
            /// <summary>The shared {traits.Noun} <c>{state.FieldName}</c> of <c>{holder.Header.Name.Split('<')[0]}</c>.</summary>
            {Attributes.Generated}
            {Attributes.Uncovered}
            """);
        using (writer.OpenBelow($"{visibility.Keyword()} sealed class {state.FacadeType()} : {traits.Facade(shape, state.Access, gate)}"))
        {
            writer.Member($$"""
                internal {{state.FacadeType()}}(global::SafeState.Infrastructure.StateCore<{{gate}}> core, {{shape.Type}} seed)
                    : base(core, seed, "{{holder.DisplayName}}.{{state.FieldName}}")
                {
                }
                """);
            if (CopyMethod(shape.Kind) is { } copy)
            {
                writer.Member($"""
                    /// <summary>An independent, mutable copy with the comparer. O(n), under the read lock.</summary>
                    public {shape.Type} DeepCopy() => {copy}();
                    """);
            }
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
