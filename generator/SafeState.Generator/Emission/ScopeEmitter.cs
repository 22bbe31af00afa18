using SafeState.Generator.Model;

namespace SafeState.Generator.Emission;

/// <summary>Writes <c>ReadScope</c> and <c>WriteScope</c>.</summary>
internal static class ScopeEmitter
{
    public static void Emit(CodeWriter writer, HolderModel holder, Scope scope)
    {
        writer.Member($"""
            /// <summary>{scope.Summary}</summary>
            {Attributes.Generated}
            {Attributes.Uncovered}
            """);
        using (writer.OpenBelow($"{holder.ScopeVisibility.Keyword()} readonly ref struct {scope.Name}"))
        {
            EmitBeginning(writer, scope);
            foreach (var state in holder.States)
            {
                writer.Member(Property(holder, state, scope, PropertyVisibility(holder, state).Keyword()));
            }

            EmitEnd(writer, holder, scope);
        }
    }

    /// <summary>As visible as the scope itself, or less when the state's type is.</summary>
    private static Visibility PropertyVisibility(HolderModel holder, StateModel state) =>
        state.Visibility >= holder.ScopeVisibility ? Visibility.Public : state.Visibility;

    public static Visibility Narrower(Visibility left, Visibility right) => left < right ? left : right;

    private static void EmitBeginning(CodeWriter writer, Scope scope) => writer.Member($$"""
        private readonly __SafeCore? __safeCore;
        private readonly {{scope.Ticket}} __safeTicket;

        private {{scope.Name}}(__SafeCore core, {{scope.Ticket}} ticket)
        {
            __safeCore = core;
            __safeTicket = ticket;
        }

        /// <summary>Whether the scope was entered: <see langword="false"/> only when <c>TryEnter{{scope.Verb}}</c> ran out of time.</summary>
        public bool Entered => __safeTicket.Entered;
        """);

    private static string Property(HolderModel holder, StateModel state, Scope scope, string visibility)
    {
        if (state.Shape is CollectionShape collection)
        {
            return CollectionProperty(state, collection, scope, visibility);
        }

        return scope == Scope.Read ? ReadProperty(holder, state, visibility) : WriteProperty(holder, state, visibility);
    }

    private static string CollectionProperty(StateModel state, CollectionShape shape, Scope scope, string visibility)
    {
        var (role, purpose) = scope == Scope.Read ? (ViewRole.Reader, "to read") : (ViewRole.Editor, "to read and to change");
        var collection = shape.Collection;
        var held = $"__safe.{state.FacadeType()}.__Safe{role.Verb}(__safeTicket)";
        var view = ViewNames.OfField(state, role);
        return $"""
            /// <summary>The {collection.Kind.Traits().Noun} <c>{state.FieldName}</c>, {purpose} within this scope.</summary>
            {Attributes.Unscoped}
            {visibility} {view} {state.Property()} => {(collection.IsNested ? ViewNames.Create(collection, view, held, role) : held)};
            """;
    }

    private static string ReadProperty(HolderModel holder, StateModel state, string visibility) => $$"""
        /// <summary>The value of <c>{{state.FieldName}}</c>.</summary>
        {{visibility}} {{state.Shape.Type}} {{state.Property()}}
        {
            get
            {
                {{Demand(holder)}}
                return {{Value(holder, state)}};
            }
        }
        """;

    private static string WriteProperty(HolderModel holder, StateModel state, string visibility) => $$"""
        /// <summary>The value of <c>{{state.FieldName}}</c>.</summary>
        {{visibility}} {{state.Shape.Type}} {{state.Property()}}
        {
            get
            {
                {{Demand(holder)}}
                __safeTicket.ThrowIfStale();
                return {{holder.Raw(state, "core.Holder")}};
            }
            set
            {
                {{Demand(holder)}}
                __safeTicket.ThrowIfStale();
                {{holder.Raw(state, "core.Holder")}} = value;
                __safeTicket.MarkChanged();
            }
        }
        """;

    // Also where the core is not needed, as in a static class: a scope that was not entered must not read.
    private static string Demand(HolderModel holder) => holder.IsStatic ? "_ = __safe;" : "var core = __safe;";

    private static string Value(HolderModel holder, StateModel state)
    {
        var raw = holder.Raw(state, "core.Holder");
        return holder.Strategy.Traits().PublishesImages
            ? $"__safeTicket.Image is {SnapshotEmitter.ImageOf(state)} image ? image.{state.Property()} : {raw}"
            : raw;
    }

    private static void EmitEnd(CodeWriter writer, HolderModel holder, Scope scope) => writer.Member($$"""
        private __SafeCore __safe => __safeCore ?? throw global::SafeState.Infrastructure.StateCore.NotEntered("{{holder.DisplayName}}");

        /// <summary>Ends the scope; <c>using</c> calls it.</summary>
        public void Dispose() => __safeCore?.Exit{{scope.Verb}}(__safeTicket);

        {{Attributes.Hidden}}
        internal static {{scope.Name}} __SafeEnter({{holder.Parameter()}})
        {
            var core = {{Core(holder)}};
            return new {{scope.Name}}(core, core.Enter{{scope.Verb}}());
        }

        {{Attributes.Hidden}}
        internal static {{scope.Name}} __SafeTryEnter({{Names.List(holder.Parameter(), "global::System.TimeSpan timeout")}})
        {
            var core = {{Core(holder)}};
            return core.TryEnter{{scope.Verb}}(timeout, out var ticket) ? new {{scope.Name}}(core, ticket) : default;
        }
        """);

    private static string Core(HolderModel holder) => $"{(holder.IsStatic ? holder.FullName : "holder")}.__safe";
}
