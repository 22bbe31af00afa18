using SafeState.Generator.Model;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Emission;

/// <summary>Writes the members that the holder itself gets.</summary>
internal static class HolderMembers
{
    public static void Emit(CodeWriter writer, HolderModel holder)
    {
        EmitCoreAccess(writer, holder);
        foreach (var state in holder.States.Where(state => state.Access != Access.None))
        {
            EmitState(writer, holder, state);
        }

        var members = new List<(string Name, string Text)>
        {
            (GeneratedNames.Version, Version(holder)),
            (GeneratedNames.Snapshot, Snapshot(holder)),
            (GeneratedNames.EnterRead, Enter(holder, Scope.Read)),
            (GeneratedNames.EnterWrite, Enter(holder, Scope.Write)),
            (GeneratedNames.TryEnterRead, TryEnter(holder, Scope.Read)),
            (GeneratedNames.TryEnterWrite, TryEnter(holder, Scope.Write)),
        };
        if (holder.Strategy.Traits().CanFreeze)
        {
            members.Add((GeneratedNames.IsFrozen, IsFrozen(holder)));
            members.Add((GeneratedNames.Freeze, Freeze(holder)));
        }

        foreach (var (_, text) in members.Where(member => !holder.TakenNames.Contains(member.Name)))
        {
            writer.Member(text);
        }
    }

    private static void EmitCoreAccess(CodeWriter writer, HolderModel holder)
    {
        if (!holder.IsStatic)
        {
            // In a static class they live in a nested class, which the core's emitter writes.
            writer.Member($"""
                {Attributes.Generated}
                private __SafeCore? __safeCore;
                """);
            foreach (var state in FacadesAtHand(holder))
            {
                writer.Member($"""
                    {Attributes.Generated}
                    private {state.FacadeType()}? {FacadeField(holder, state)};
                    """);
            }
        }

        writer.Member($$"""
            // Plain reads are enough: the core and its facades are complete before CreateOnce publishes them, and everything in
            // them is reached through the reference just read, an order that every processor .NET supports keeps.
            {{Attributes.Generated}}
            private {{holder.Static()}}__SafeCore __safe => {{CoreField(holder)}} ?? __SafeCreateCore();
            """);
        writer.Member($"""
            // Not inlined: it runs once, and would only be in the way of the code around its callers.
            {Attributes.Generated}
            [global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
            """);
        using (writer.OpenBelow($"private {holder.Static()}__SafeCore __SafeCreateCore()"))
        {
            writer.Write($"""
                var core = global::SafeState.Infrastructure.StateCore.CreateOnce(ref {CoreField(holder)}, {Creation(holder)});
                """);
            foreach (var state in FacadesAtHand(holder))
            {
                writer.Write($"{FacadeField(holder, state)} = core.{state.FacadeType()};");
            }

            writer.Write("return core;");
        }
    }

    /// <summary>The facades that have a property: the holder keeps them at hand, which saves every operation a step.</summary>
    public static IEnumerable<StateModel> FacadesAtHand(HolderModel holder) =>
        holder.Collections.Where(state => state.Access != Access.None);

    private static string CoreField(HolderModel holder) => holder.IsStatic ? "__SafeStatics.Core" : "__safeCore";

    private static string Creation(HolderModel holder) => holder.IsStatic
        ? "string.Empty, static _ => new __SafeCore()"
        : "this, static holder => new __SafeCore(holder)";

    private static string FacadeField(HolderModel holder, StateModel state) =>
        holder.IsStatic ? $"__SafeStatics.{state.FacadeType()}" : $"__safe{state.FacadeType()}";

    private static void EmitState(CodeWriter writer, HolderModel holder, StateModel state)
    {
        var declaration = $"{state.Visibility.Keyword()} {holder.Static()}";
        if (state.Shape is CollectionShape collection)
        {
            writer.Member($$"""
                /// <summary>{{FacadeSummary(state, collection)}}</summary>
                {{Attributes.Generated}}
                {{declaration}}{{state.FacadeType()}} {{state.Property()}} => {{FacadeField(holder, state)}} ?? __SafeCreateCore().{{state.FacadeType()}};
                """);
            return;
        }

        writer.Member($"""
            /// <summary>An atomic read of <c>{state.FieldName}</c>. To write it, open a scope with <c>EnterWrite()</c>.</summary>
            /// <exception cref="global::System.Threading.LockRecursionException">This thread is inside a scope of the holder.</exception>
            {Attributes.Generated}
            {declaration}{state.Shape.Type} {state.Property()}{ScalarGetter(holder, state)}
            """);
    }

    // A published image needs no scope: every value in it is of the same instant.
    private static string ScalarGetter(HolderModel holder, StateModel state) => holder.Strategy.Traits().PublishesImages
        ? $" => (({SnapshotEmitter.ImageOf(state)})__safe.GetImage()).{state.Property()};"
        : $$"""

            {
                get
                {
                    using var state = ReadScope.__SafeEnter({{holder.Argument("this")}});
                    return state.{{state.Property()}};
                }
            }
            """;

    private static string FacadeSummary(StateModel state, CollectionShape shape)
    {
        var noun = shape.Kind.Traits().Noun;
        return state.Access == Access.ReadOnly
            ? $"The shared {noun} <c>{state.FieldName}</c>, for reading; changing it needs a scope. Enumeration runs over a consistent snapshot."
            : $"The shared {noun} <c>{state.FieldName}</c>. Every member is one atomic operation; enumeration runs over a consistent snapshot.";
    }

    private static string Version(HolderModel holder) => $"""
        /// <summary>Grows by one with every operation and every scope that changed something. Reading it takes no lock.</summary>
        {Attributes.Generated}
        public {holder.Static()}long Version => __safe.Version;
        """;

    private static string Snapshot(HolderModel holder) => $"""
        /// <summary>All state at one instant, immutable; the same object again until something changes.</summary>
        /// <exception cref="global::System.Threading.LockRecursionException">This thread is inside a scope of the holder.</exception>
        {Attributes.Generated}
        public {holder.Static()}StateSnapshot Snapshot() => (StateSnapshot)__safe.GetImage();
        """;

    private static string Enter(HolderModel holder, Scope scope) => $"""
        /// <summary>{scope.Purpose} Hold the scope with <c>using</c>: it ends with its block.</summary>
        {Exceptions(holder, scope)}
        {Attributes.Generated}
        {holder.ScopeVisibility.Keyword()} {holder.Static()}{scope.Name} Enter{scope.Verb}() => {scope.Name}.__SafeEnter({holder.Argument("this")});
        """;

    private static string TryEnter(HolderModel holder, Scope scope) => $"""
        /// <summary>{scope.Purpose} Waits no longer than <paramref name="timeout"/>: <c>using var state = TryEnter{scope.Verb}(timeout); if (!state.Entered) return;</c></summary>
        /// <param name="timeout">How long to wait at most; zero does not wait, <see cref="global::System.Threading.Timeout.InfiniteTimeSpan"/> waits for ever.</param>
        {Exceptions(holder, scope)}
        {Attributes.Generated}
        {holder.ScopeVisibility.Keyword()} {holder.Static()}{scope.Name} TryEnter{scope.Verb}(global::System.TimeSpan timeout) => {scope.Name}.__SafeTryEnter({Names.List(holder.Argument("this"), "timeout")});
        """;

    private static string IsFrozen(HolderModel holder) => $"""
        /// <summary>Whether <see cref="Freeze"/> was called: from then on reading takes no lock, and changing anything throws.</summary>
        {Attributes.Generated}
        public {holder.Static()}bool IsFrozen => __safe.IsFrozen;
        """;

    private static string Freeze(HolderModel holder) => $"""
        /// <summary>Ends the time of changes: waits for open scopes, then lets everybody read without a lock. A second call does nothing.</summary>
        /// <exception cref="global::System.Threading.LockRecursionException">This thread is inside a scope of the holder.</exception>
        {Attributes.Generated}
        public {holder.Static()}void Freeze() => __safe.Freeze();
        """;

    private static string Exceptions(HolderModel holder, Scope scope)
    {
        const string Recursion = """/// <exception cref="global::System.Threading.LockRecursionException">This thread is inside a scope of the holder already.</exception>""";
        const string Frozen = """/// <exception cref="global::System.InvalidOperationException">The holder is frozen.</exception>""";
        return scope == Scope.Write && holder.Strategy.Traits().CanFreeze ? Recursion + "\n" + Frozen : Recursion;
    }
}
