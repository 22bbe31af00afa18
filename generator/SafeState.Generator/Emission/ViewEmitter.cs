using SafeState.Generator.Model;

namespace SafeState.Generator.Emission;

/// <summary>Writes the readers and editors of a collection of collections, down to those whose elements are plain, which the runtime has.</summary>
internal static class ViewEmitter
{
    public static void Emit(CodeWriter writer, HolderModel holder, StateModel state)
    {
        if (state.Shape is not CollectionShape { Collection: { IsNested: true, Kind: not CollectionKind.Node } collection })
        {
            return;
        }

        if (holder.Node is not null)
        {
            Emit(writer, state, collection, state.Visibility, state.Visibility);
            return;
        }

        var readable = state.Access == Access.None ? ScopeEmitter.Narrower(state.Visibility, holder.ScopeVisibility) : state.Visibility;
        var editable = ScopeEmitter.Narrower(state.Visibility, holder.ScopeVisibility);
        Emit(writer, state, collection, readable, editable);
    }

    private static void Emit(CodeWriter writer, StateModel state, CollectionValue collection, Visibility readable, Visibility editable)
    {
        Emit(writer, new View(collection, state.FieldName, ViewNames.OfField(state, ViewRole.Reader), Level: 1, ViewRole.Reader), readable);
        Emit(writer, new View(collection, state.FieldName, ViewNames.OfField(state, ViewRole.Editor), Level: 1, ViewRole.Editor), editable);
    }

    private static void Emit(CodeWriter writer, View view, Visibility visibility)
    {
        var name = view.Level == 1 ? view.Root : ViewNames.Level(view.Level);
        var where = view.Level == 1 ? $"The {view.Noun} <c>{view.Field}</c>" : $"A {view.Noun} in <c>{view.Field}</c>";
        writer.Member($"""
            /// <summary>{where} inside {view.Role.Place}. Valid until the scope ends; the compiler keeps it from leaving the scope's block.</summary>
            """);
        if (view.Role == ViewRole.Editor)
        {
            writer.Write("""
                /// <remarks>Collections are taken in by copy, nodes as they are. Changes become visible to others when the scope ends; an exception inside the scope rolls nothing back.</remarks>
                """);
        }

        if (view.Level == 1)
        {
            writer.Write($"""
                {Attributes.Generated}
                {Attributes.Uncovered}
                """);
        }

        using (writer.OpenBelow($"{visibility.Keyword()} readonly ref struct {name}"))
        {
            if (view.Collection.IsNodePlace)
            {
                SlotViewEmitter.Emit(writer, view, name);
                return;
            }

            writer.Member($$"""
                private readonly {{view.Collection.WrappedView(view.Role.Name)}} __safeView;

                internal {{name}}({{view.Collection.Source(view.Role)}} value) => __safeView = new(value);

                /// <summary>The number of {{Items(view.Collection)}}. O(1).</summary>
                public int Count => __safeView.Count;

                /// <summary>Whether there are none. O(1).</summary>
                public bool IsEmpty => Count == 0;
                """);
            ViewMembers.Emit(writer, view);
            EmitEnumerator(writer, view);
            if (view.Collection.Element is CollectionValue { IsNested: true } inner)
            {
                var next = view with { Collection = inner, Level = view.Level + 1 };
                if (view.Level == 1)
                {
                    EmitLevels(writer, next);
                }
            }
        }
    }

    // Side by side in the field's own view, so that their names stay short.
    private static void EmitLevels(CodeWriter writer, View view)
    {
        Emit(writer, view, Visibility.Public);
        if (view.Collection.Element is CollectionValue { IsNested: true } inner)
        {
            EmitLevels(writer, view with { Collection = inner, Level = view.Level + 1 });
        }
    }

    private static void EmitEnumerator(CodeWriter writer, View view)
    {
        var caution = view.Role == ViewRole.Editor ? $" Do not add or remove {Items(view.Collection)} meanwhile; those that are there may be changed." : string.Empty;
        var isMap = view.Collection.Key is not null;
        var item = isMap ? "Entry" : view.ElementView;
        var current = isMap ? $"new(__safeItems.Key, {view.Create("__safeItems.Value")})" : view.Create("__safeItems.Current");
        writer.Member($$"""
            /// <summary>Enumerates the {{Items(view.Collection)}}, without a copy.{{caution}}</summary>
            public Enumerator GetEnumerator() => new(__safeView.GetEnumerator());

            /// <summary>Enumerates inside {{view.Role.Place}}.</summary>
            public ref struct Enumerator
            {
                private {{view.Collection.WrappedView(view.Role.Name)}}.Enumerator __safeItems;

                internal Enumerator({{view.Collection.WrappedView(view.Role.Name)}}.Enumerator items) => __safeItems = items;

                /// <summary>What the enumerator is at.</summary>
                public {{item}} Current => {{current}};

                /// <summary>Goes on.</summary>
                /// <returns>Whether there was more.</returns>
                public bool MoveNext() => __safeItems.MoveNext();
            }
            """);
        if (isMap)
        {
            writer.Member($$"""
                /// <summary>An entry: a key, and a view of its value.</summary>
                public readonly ref struct Entry
                {
                    internal Entry({{view.Collection.Key}} key, {{view.ElementView}} value)
                    {
                        Key = key;
                        Value = value;
                    }

                    /// <summary>The key.</summary>
                    public {{view.Collection.Key}} Key { get; }

                    /// <summary>The value.</summary>
                    public {{view.ElementView}} Value { get; }

                    /// <summary>Takes the entry apart: <c>foreach (var (key, value) in …)</c>.</summary>
                    public void Deconstruct(out {{view.Collection.Key}} key, out {{view.ElementView}} value)
                    {
                        key = Key;
                        value = Value;
                    }
                }
                """);
        }
    }

    /// <summary>What documentation calls the things in a collection.</summary>
    public static string Items(CollectionValue collection) => collection.Key is null ? "elements" : "entries";
}
