using SafeState.Generator.Model;

namespace SafeState.Generator.Emission;

/// <summary>Writes a node's <c>Reader</c> and <c>Editor</c>.</summary>
internal static class NodeViewEmitter
{
    public static void Emit(CodeWriter writer, HolderModel node, ViewRole role)
    {
        var isEditor = role == ViewRole.Editor;
        writer.Member($"""
            /// <summary>A node inside {role.Place}. Valid until the scope ends; the compiler keeps it from leaving the scope's block.</summary>
            {(isEditor ? "/// <remarks>To assign a property take the view into a local variable: of a view just returned it is CS1612.</remarks>" : "/// <remarks>It may be assigned, to walk along a path: <c>node = node.Children[name];</c></remarks>")}
            {Attributes.Generated}
            {Attributes.Uncovered}
            """);
        using (writer.OpenBelow($"public readonly ref struct {role.Name}"))
        {
            writer.Member($"""
                private readonly global::SafeState.Views.{role.Source}<StateSnapshot> __safeValue;

                /// <summary>Used by generated code.</summary>
                {Attributes.Hidden}
                public {role.Name}(global::SafeState.Views.{role.Source}<StateSnapshot> value) => __safeValue = value;
                """);
            foreach (var state in node.States)
            {
                writer.Member(state.Shape is CollectionShape { Collection: var collection }
                    ? Inner(node, state, collection, role)
                    : isEditor ? Edit(node, state) : Read(node, state));
            }

            if (isEditor)
            {
                writer.Member("private __SafeNode __safe => (__SafeNode)__safeValue.Demand();");
            }
        }
    }

    private static string Inner(HolderModel node, StateModel state, CollectionValue collection, ViewRole role)
    {
        var view = ViewNames.OfField(state, role);
        var field = NodeEmitter.FieldOf(state);
        var source = role == ViewRole.Editor
            ? $"__safeValue.Inner(__safe.{field})"
            : $"__safeValue.Field is __SafeNode node ? new {collection.Source(role)}(node.{field}) : new {collection.Source(role)}({SnapshotEmitter.Part(node, state, "__safeValue.Snapshot!")})";
        return $"""
            /// <summary>The {collection.Kind.Traits().Noun} <c>{state.FieldName}</c>.</summary>
            {state.Visibility.Keyword()} {view} {state.Property()} => {ViewNames.Create(collection, view, source, role)};
            """;
    }

    private static string Read(HolderModel node, StateModel state) => $"""
        /// <summary>The value of <c>{state.FieldName}</c>.</summary>
        {state.Visibility.Keyword()} {state.Shape.Type} {state.Property()} => __safeValue.Field is __SafeNode node ? {node.Raw(state, "node.Node")} : {SnapshotEmitter.Cast(state, "__safeValue.Snapshot!")}.{state.Property()};
        """;

    private static string Edit(HolderModel node, StateModel state) => state.IsReadOnly
        ? $"""
            /// <summary>The value of <c>{state.FieldName}</c>.</summary>
            {state.Visibility.Keyword()} {state.Shape.Type} {state.Property()} => {node.Raw(state, "__safe.Node")};
            """
        : $$"""
            /// <summary>The value of <c>{{state.FieldName}}</c>.</summary>
            {{state.Visibility.Keyword()}} {{state.Shape.Type}} {{state.Property()}}
            {
                get => {{node.Raw(state, "__safe.Node")}};
                set
                {
                    {{node.Raw(state, "__safe.Node")}} = value;
                    __safeValue.MarkChanged();
                }
            }
            """;
}
