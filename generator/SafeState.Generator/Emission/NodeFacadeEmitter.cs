using SafeState.Generator.Model;

namespace SafeState.Generator.Emission;

/// <summary>Writes what the facade of a field with one node has besides its base.</summary>
internal static class NodeFacadeEmitter
{
    public static void Emit(CodeWriter writer, StateModel state, CollectionValue place)
    {
        var isOptional = place.Kind == CollectionKind.OptionalNode;
        var (orNull, question, bang) = isOptional ? (", or null", "?", string.Empty) : (string.Empty, string.Empty, "!");
        writer.Member($"""
            /// <summary>The node at one instant{orNull}, immutable at every depth; the same object again until something in it changes.</summary>
            /// <exception cref="global::System.Threading.LockRecursionException">This thread is inside the holder.</exception>
            public {place.Element.Shared()}{question} Snapshot() => TakeSnapshot(){bang};

            /// <summary>A new node that is an independent copy{orNull}, free to be put into a holder.</summary>
            public {place.Element.Type}{question} DeepCopy() => Snapshot(){question}.ToNode();
            """);
        if (state.Access == Access.ReadOnly)
        {
            return;
        }

        writer.Member($"""
            /// <summary>Puts <paramref name="node"/> in the place of the one that is there, which is free then.</summary>
            /// <exception cref="global::System.ArgumentNullException"><paramref name="node"/> is null.</exception>
            /// <exception cref="global::System.InvalidOperationException">The node is in another place.</exception>
            public void Set({place.Element.Type} node) => Put(node ?? throw new global::System.ArgumentNullException(nameof(node)));
            """);
        if (isOptional)
        {
            writer.Member("""
                /// <summary>Takes the node out, if there is one; it is free then.</summary>
                public void Clear() => Put(null);
                """);
        }
    }
}
