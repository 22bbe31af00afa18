using SafeState.Generator.Model;

namespace SafeState.Generator.Emission;

/// <summary>Writes <c>ReadScope</c> and <c>WriteScope</c>.</summary>
internal static class ScopeEmitter
{
    /// <summary>The holder, for a scope that may use its state.</summary>
    private const string Holder = "__safe.Holder";

    public static void Emit(CodeWriter writer, HolderModel holder, Scope scope)
    {
        writer.Member($"/// <summary>{scope.Summary}</summary>");
        if (holder.ScopeVisibility != Visibility.Private)
        {
            writer.Write(Attributes.Generated);
        }

        writer.Write(Attributes.Uncovered);
        using (writer.OpenBelow($"{holder.ScopeVisibility.Keyword()} readonly ref struct {scope.Name}"))
        {
            EmitBeginning(writer, scope);
            foreach (var state in holder.States)
            {
                EmitProperty(writer, holder, state, scope, PropertyVisibility(holder, state).Keyword());
            }

            EmitEnd(writer, holder, scope);
        }
    }

    /// <summary>As visible as the scope itself, or less when the state's type is.</summary>
    private static Visibility PropertyVisibility(HolderModel holder, StateModel state) =>
        state.Visibility >= holder.ScopeVisibility ? Visibility.Public : state.Visibility;

    public static Visibility Narrower(Visibility left, Visibility right) => left < right ? left : right;

    // A ticket is something that only a core makes, so nobody else can make a scope that was entered.
    private static void EmitBeginning(CodeWriter writer, Scope scope) => writer.Member($$"""
        private readonly {{scope.Ticket}} __safeTicket;

        internal {{scope.Name}}({{scope.Ticket}} ticket) => __safeTicket = ticket;

        /// <summary>Whether the scope was entered: <see langword="false"/> only when <c>TryEnter{{scope.Verb}}</c> ran out of time.</summary>
        public bool Entered => __safeTicket.Entered;
        """);

    private static void EmitProperty(CodeWriter writer, HolderModel holder, StateModel state, Scope scope, string visibility)
    {
        if (state.Shape is CollectionShape collection)
        {
            EmitCollection(writer, state, collection, scope, visibility);
        }
        else
        {
            writer.Member($"""
                /// <summary>The value of <c>{state.FieldName}</c>.</summary>
                {visibility} {state.Shape.Type} {state.Property()}{(scope == Scope.Read ? Getter(holder, Value(holder, state)) : Accessors(holder, holder.Raw(state, Holder)))}
                """);
        }
    }

    private static void EmitCollection(CodeWriter writer, StateModel state, CollectionShape shape, Scope scope, string visibility)
    {
        var (role, purpose) = scope == Scope.Read ? (ViewRole.Reader, "to read") : (ViewRole.Editor, "to read and to change");
        var collection = shape.Collection;
        var held = $"__safe.{state.FacadeType()}.__Safe{role.Verb}(__safeTicket)";
        var view = ViewNames.OfField(state, role);
        writer.Member($"""
            /// <summary>The {collection.Kind.Traits().Noun} <c>{state.FieldName}</c>, {purpose} within this scope.</summary>
            {Attributes.Unscoped}
            {visibility} {view} {state.Property()} => {(collection.IsNested ? ViewNames.Create(collection, view, held, role) : held)};
            """);
    }

    // In a static class nothing of the core is needed, but a scope that was not entered must not read, and one that was left must not write.
    private static string Getter(HolderModel holder, string value) => holder.IsStatic
        ? $$"""

            {
                get
                {
                    _ = __safe;
                    return {{value}};
                }
            }
            """
        : $" => {value};";

    private static string Accessors(HolderModel holder, string raw) => holder.IsStatic
        ? $$"""

            {
                get
                {
                    _ = __safe;
                    return {{raw}};
                }
                set
                {
                    _ = __safe;
                    {{raw}} = value;
                    __safeTicket.MarkChanged();
                }
            }
            """
        : $$"""

            {
                get => {{raw}};
                set
                {
                    {{raw}} = value;
                    __safeTicket.MarkChanged();
                }
            }
            """;

    private static string Value(HolderModel holder, StateModel state)
    {
        var raw = holder.Raw(state, Holder);
        return holder.Strategy.Traits().PublishesImages
            ? $"__safeTicket.Image is {SnapshotEmitter.ImageOf(state)} image ? image.{state.Property()} : {raw}"
            : raw;
    }

    private static void EmitEnd(CodeWriter writer, HolderModel holder, Scope scope) => writer.Member($"""
        private __SafeCore __safe => (__SafeCore)__safeTicket.Demand("{holder.DisplayName}");

        /// <summary>Ends the scope; <c>using</c> calls it.</summary>
        public void Dispose() => ((__SafeCore?)__safeTicket.Core)?.Exit{scope.Verb}(__safeTicket);
        """);
}
