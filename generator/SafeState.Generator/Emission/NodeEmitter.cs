using SafeState.Generator.Model;

namespace SafeState.Generator.Emission;

/// <summary>Writes what a node gets: its snapshot, its views, and what is behind it while it is in a holder.</summary>
internal static class NodeEmitter
{
    public static void Emit(CodeWriter writer, HolderModel node, NodeTraits traits)
    {
        EmitAccess(writer, node, traits);
        EmitCopy(writer, node);
        SnapshotEmitter.Emit(writer, node);
        NodeViewEmitter.Emit(writer, node, ViewRole.Reader);
        NodeViewEmitter.Emit(writer, node, ViewRole.Editor);
        foreach (var state in node.Collections)
        {
            ViewEmitter.Emit(writer, node, state);
        }

        EmitField(writer, node);
    }

    private static void EmitAccess(CodeWriter writer, HolderModel node, NodeTraits traits)
    {
        var create = traits.CanBeCreated ? $"static () => new {node.FullName}()" : "null";
        writer.Member($"""
            private __SafeNode? __safeNode;

            // Whoever is first makes it; a thread that comes second uses that one.
            {Attributes.Generated}
            private __SafeNode __safe => __safeNode ?? global::System.Threading.Interlocked.CompareExchange(ref __safeNode, new __SafeNode(this, null), null) ?? __safeNode;

            /// <summary>How nodes of this class live in holders. Used by generated code.</summary>
            {Attributes.Generated}
            {Attributes.Hidden}
            public static global::SafeState.Storage.NodeShape<{node.FullName}, StateSnapshot> __SafeShape => new(static node => node.__safe, __SafeCopy, {create});
            """);
    }

    // Not by a constructor, which may want arguments; what a constructor sets is set from the snapshot.
    private static void EmitCopy(CodeWriter writer, HolderModel node)
    {
        writer.Member($"""
            {Attributes.Generated}
            private static {node.FullName} __SafeCopy(StateSnapshot snapshot)
            """);
        using (writer.OpenBelowSignature())
        {
            writer.Write($"var node = ({node.FullName})global::System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(typeof({node.FullName}));");
            foreach (var state in node.Scalars)
            {
                var field = node.Raw(state, "node");
                var target = state.IsReadOnly ? $"global::System.Runtime.CompilerServices.Unsafe.AsRef(in {field})" : field;
                writer.Write($"{target} = global::SafeState.Storage.Copies.Of({SnapshotEmitter.Cast(state, "snapshot")}.{state.Property()});");
            }

            writer.Write("""
                node.__safeNode = new __SafeNode(node, snapshot);
                return node;
                """);
        }
    }

    private static void EmitField(CodeWriter writer, HolderModel node)
    {
        writer.Member(Attributes.Uncovered);
        using (writer.OpenBelow("private sealed class __SafeNode : global::SafeState.Storage.NodeField<StateSnapshot>"))
        {
            writer.Write($"internal readonly {node.FullName} Node;");
            foreach (var state in node.Collections)
            {
                writer.Write($"internal global::SafeState.Infrastructure.StateField<{Shared(state)}> {FieldOf(state)} = null!;");
            }

            writer.Member($$"""
                internal __SafeNode({{node.FullName}} node, StateSnapshot? origin)
                    : base(origin) => Node = node;
                """);
            using (writer.Open("protected override void Fill(StateSnapshot? origin)"))
            {
                foreach (var state in node.Collections)
                {
                    var collection = ((CollectionShape)state.Shape).Collection;
                    writer.Write($"{FieldOf(state)} = Take({SnapshotEmitter.Part(node, state, "origin")}, {node.Raw(state, "Node")}, {collection.Shape()}, \"{node.DisplayName}.{state.FieldName}\");");
                }

                ReleaseSeeds(writer, node, "Node");
            }

            writer.Member($"""
                protected override StateSnapshot CreateSnapshot(global::SafeState.Infrastructure.ImageParts parts) =>
                    new {SnapshotEmitter.ImageOf(node)}(parts, Node);
                """);
        }
    }

    /// <summary>When all fields were taken in: what a field began with is not the field's any more; and a field that nobody assigns would be a warning.</summary>
    public static void ReleaseSeeds(CodeWriter writer, HolderModel holder, string instance)
    {
        foreach (var state in holder.Collections.Where(state => state is { IsReadOnly: false, Shape: CollectionShape { Kind: CollectionKind.OptionalNode } }))
        {
            writer.Write($"{holder.Raw(state, instance)} = null;");
        }
    }

    /// <summary>Where the node keeps what is behind one of its collections.</summary>
    public static string FieldOf(StateModel state) => "__safe" + state.PropertyName;

    private static string Shared(StateModel state) => ((CollectionShape)state.Shape).Collection.Shared();
}
