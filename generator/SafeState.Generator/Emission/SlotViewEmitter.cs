namespace SafeState.Generator.Emission;

/// <summary>Writes the members of the views of a field that holds one node or none.</summary>
internal static class SlotViewEmitter
{
    public static void Emit(CodeWriter writer, View view, string name)
    {
        var node = ViewNames.Of(view.Collection.Element, view.Root, level: 2, view.Role);
        var arguments = $"<{view.Collection.Element.Type}, {view.Collection.Element.Shared()}>";
        var call = $"global::SafeState.Views.NodeViews.{view.Role.Verb}{arguments}";
        writer.Member($$"""
            private readonly {{view.Collection.Source(view.Role)}} __safeValue;

            internal {{name}}({{view.Collection.Source(view.Role)}} value) => __safeValue = value;

            /// <summary>Whether there is no node.</summary>
            public bool IsEmpty => !TryGet(out _);

            /// <summary>The node.</summary>
            /// <exception cref="global::System.InvalidOperationException">There is none.</exception>
            public {{node}} Value => new {{node}}({{call}}(__safeValue, "{{view.Field}}"));

            /// <summary>The node, if there is one. The view is empty and may not be used when this returns <see langword="false"/>.</summary>
            public bool TryGet(out {{node}} node)
            {
                var isThere = global::SafeState.Views.NodeViews.Try{{view.Role.Verb}}{{arguments}}(__safeValue, out var found);
                node = isThere ? new {{node}}(found) : default;
                return isThere;
            }
            """);
        if (view.Role == ViewRole.Editor)
        {
            writer.Member($"""
                /// <summary>Puts <paramref name="node"/> in the place of the one that is there, which is free then.</summary>
                /// <exception cref="global::System.ArgumentNullException"><paramref name="node"/> is null.</exception>
                /// <exception cref="global::System.InvalidOperationException">The node is in another place.</exception>
                public void Set({view.Collection.Element.Type} node) =>
                    global::SafeState.Views.NodeViews.Set{arguments}(__safeValue, node ?? throw new global::System.ArgumentNullException(nameof(node)));

                /// <summary>Takes the node out, if there is one; it is free then.</summary>
                public void Clear() => global::SafeState.Views.NodeViews.Set{arguments}(__safeValue, null);
                """);
        }
    }
}
