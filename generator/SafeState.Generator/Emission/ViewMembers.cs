using SafeState.Generator.Model;

namespace SafeState.Generator.Emission;

/// <summary>Writes the members that readers and editors of one kind of collection have.</summary>
internal static class ViewMembers
{
    private const string NullKey = """/// <exception cref="global::System.ArgumentNullException"><paramref name="key"/> is null.</exception>""";
    private const string NullKeyOrValue = """/// <exception cref="global::System.ArgumentNullException"><paramref name="key"/> or <paramref name="value"/> is null.</exception>""";
    private const string NullItem = """/// <exception cref="global::System.ArgumentNullException"><paramref name="item"/> is null.</exception>""";
    private const string NoSuchElement = """/// <exception cref="global::System.ArgumentOutOfRangeException">There is no such element.</exception>""";

    public static void Emit(CodeWriter writer, View view)
    {
        var isEditor = view.Role == ViewRole.Editor;
        writer.Member(view.Noun switch
        {
            "map" => ReadMap(view),
            "list" => ReadList(view),
            _ => ReadQueue(view),
        });
        if (isEditor)
        {
            if (view.Collection.CanCreateElement)
            {
                writer.Member(Create(view));
            }

            writer.Member(view.Noun switch
            {
                "map" => EditMap(view),
                "list" => EditList(view),
                _ => EditQueue(view),
            });
            writer.Member(EditAll(view));
        }
    }

    // A node is not copied: it moves in.
    private static string Given(View view, string name) =>
        view.Collection.Element is NodeValue ? $"<paramref name=\"{name}\"/> (a free node)" : $"a copy of <paramref name=\"{name}\"/>";

    private static string ReadMap(View view) => $$"""
        /// <summary>The value of <paramref name="key"/>.</summary>
        {{NullKey}}
        /// <exception cref="global::System.Collections.Generic.KeyNotFoundException">There is no such key.</exception>
        public {{view.ElementView}} this[{{view.Collection.Key}} key] => {{view.Create("__safeView.Get(key)")}};

        /// <summary>Whether <paramref name="key"/> is there.</summary>
        {{NullKey}}
        public bool ContainsKey({{view.Collection.Key}} key) => __safeView.ContainsKey(key);

        /// <summary>Looks <paramref name="key"/> up. The view is empty and may not be used when this returns <see langword="false"/>.</summary>
        {{NullKey}}
        public bool TryGetValue({{view.Collection.Key}} key, out {{view.ElementView}} value)
        {{TryGet(view, "TryGetValue(key", "value")}}
        """;

    private static string ReadList(View view) => $$"""
        /// <summary>The element at <paramref name="index"/>. O(1).</summary>
        {{NoSuchElement}}
        public {{view.ElementView}} this[int index] => {{view.Create("__safeView.Get(index)")}};

        /// <summary>The element at <paramref name="index"/>, if the list is that long. The view is empty and may not be used when this returns <see langword="false"/>.</summary>
        public bool TryGet(int index, out {{view.ElementView}} item)
        {{TryGet(view, "TryGet(index", "item")}}
        """;

    private static string ReadQueue(View view) => $$"""
        /// <summary>The element at the head, which stays there. The view is empty and may not be used when this returns <see langword="false"/>.</summary>
        /// <returns>Whether there was one.</returns>
        public bool TryPeek(out {{view.ElementView}} item)
        {{TryGet(view, "TryPeek(", "item")}}
        """;

    private static string TryGet(View view, string call, string result) => $$"""
        {
            var isThere = __safeView.{{call}}{{(call.EndsWith("(", StringComparison.Ordinal) ? string.Empty : ", ")}}out var found);
            {{result}} = isThere ? {{view.Create("found")}} : default;
            return isThere;
        }
        """;

    /// <summary>What makes a new and empty element in its place, for those that need nothing to be made of.</summary>
    private static string Create(View view) => view.Noun switch
    {
        "map" => $"""
            /// <summary>The value of <paramref name="key"/>; if there is none, an empty one, with the default comparer if it has one, is added.</summary>
            {NullKey}
            public {view.ElementView} GetOrAdd({view.Collection.Key} key) => {view.Create("__safeView.GetOrAdd(key)")};
            """,
        "list" => $"""
            /// <summary>Adds an empty element at the end and hands out its editor.</summary>
            public {view.ElementView} AddNew() => {view.Create("__safeView.AddNew()")};
            """,
        _ => $"""
            /// <summary>Adds an empty element at the tail and hands out its editor.</summary>
            public {view.ElementView} EnqueueNew() => {view.Create("__safeView.EnqueueNew()")};
            """,
    };

    private static string EditMap(View view) => $$"""
        /// <summary>Gives <paramref name="key"/> {{Given(view, "value")}}, whether or not it is there.</summary>
        {{NullKeyOrValue}}
        public void Set({{view.Collection.Key}} key, {{view.Collection.Element.Type}} value) => __safeView.Set(key, value);

        /// <summary>Adds a key that must not be there yet, with {{Given(view, "value")}}.</summary>
        {{NullKeyOrValue}}
        /// <exception cref="global::System.ArgumentException">The key is there already.</exception>
        public void Add({{view.Collection.Key}} key, {{view.Collection.Element.Type}} value) => __safeView.Add(key, value);

        /// <summary>Adds <paramref name="key"/> with {{Given(view, "value")}} unless it is there.</summary>
        /// <returns>Whether it was added.</returns>
        {{NullKeyOrValue}}
        public bool TryAdd({{view.Collection.Key}} key, {{view.Collection.Element.Type}} value) => __safeView.TryAdd(key, value);

        /// <summary>Removes <paramref name="key"/>.</summary>
        /// <returns>Whether it was there.</returns>
        {{NullKey}}
        public bool Remove({{view.Collection.Key}} key) => __safeView.Remove(key);

        /// <summary>Removes <paramref name="key"/> and hands out a snapshot of its value.</summary>
        /// <returns>Whether it was there.</returns>
        {{NullKey}}
        public bool Remove({{view.Collection.Key}} key, [global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out {{view.Collection.Element.Shared()}} value) => __safeView.Remove(key, out value);
        """;

    private static string EditList(View view) => $$"""
        /// <summary>Replaces the element at <paramref name="index"/> by {{Given(view, "item")}}.</summary>
        {{NullItem}}
        {{NoSuchElement}}
        public void Set(int index, {{view.Collection.Element.Type}} item) => __safeView.Set(index, item);

        /// <summary>Adds {{Given(view, "item")}} at the end. Amortised O(1).</summary>
        {{NullItem}}
        public void Add({{view.Collection.Element.Type}} item) => __safeView.Add(item);

        /// <summary>Puts {{Given(view, "item")}} at <paramref name="index"/>. O(n).</summary>
        {{NullItem}}
        /// <exception cref="global::System.ArgumentOutOfRangeException">The index is negative or beyond the end.</exception>
        public void Insert(int index, {{view.Collection.Element.Type}} item) => __safeView.Insert(index, item);

        /// <summary>Removes the element at <paramref name="index"/>. O(n).</summary>
        {{NoSuchElement}}
        public void RemoveAt(int index) => __safeView.RemoveAt(index);
        """;

    private static string EditQueue(View view) => $$"""
        /// <summary>Adds {{Given(view, "item")}} at the tail. Amortised O(1).</summary>
        {{NullItem}}
        public void Enqueue({{view.Collection.Element.Type}} item) => __safeView.Enqueue(item);

        /// <summary>Takes the element at the head and hands out a snapshot of it.</summary>
        /// <returns>Whether there was one.</returns>
        public bool TryDequeue([global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out {{view.Collection.Element.Shared()}} item) => __safeView.TryDequeue(out item);
        """;

    private static string EditAll(View view)
    {
        var (name, type) = view.Collection.Key is { } key
            ? ("pairs", $"global::System.Collections.Generic.KeyValuePair<{key}, {view.Collection.Element.Type}>")
            : ("items", view.Collection.Element.Type);
        return $"""
            /// <summary>Removes all {ViewEmitter.Items(view.Collection)}.</summary>
            public void Clear() => __safeView.Clear();

            /// <summary>Replaces all {ViewEmitter.Items(view.Collection)} by {(view.Collection.Element is NodeValue ? "the free nodes" : "copies")} of <paramref name="{name}"/>, which are read before anything changes.</summary>
            /// <exception cref="global::System.ArgumentNullException"><paramref name="{name}"/> or something in it is null.</exception>
            public void ReplaceAll(global::System.Collections.Generic.IEnumerable<{type}> {name}) => __safeView.ReplaceAll({name});
            """;
    }
}
