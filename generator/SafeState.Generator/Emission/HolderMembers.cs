using SafeState.Generator.Model;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Emission;

/// <summary>Writes the members that the holder itself gets.</summary>
internal static class HolderMembers
{
    private const string Recursion = """/// <exception cref="global::System.Threading.LockRecursionException">This thread is inside a scope of the holder.</exception>""";

    public static void Emit(CodeWriter writer, HolderModel holder)
    {
        EmitCoreAccess(writer, holder);
        foreach (var state in holder.States.Where(state => state.Access != Access.None))
        {
            EmitState(writer, holder, state);
        }

        EmitFixed(writer, holder);
    }

    private static void EmitFixed(CodeWriter writer, HolderModel holder)
    {
        if (IsFree(GeneratedNames.Version))
        {
            writer.Member($"""
                /// <summary>Grows by one with every operation and every scope that changed something. Reading it takes no lock.</summary>
                {Attributes.Generated}
                public {holder.Static()}long Version => __safe.Version;
                """);
        }

        if (IsFree(GeneratedNames.Snapshot))
        {
            writer.Member($"""
                /// <summary>All state at one instant, immutable; the same object again until something changes.</summary>
                {Recursion}
                {Attributes.Generated}
                public {holder.Static()}StateSnapshot Snapshot() => (StateSnapshot)__safe.GetImage();
                """);
        }

        EmitEntries(writer, holder, Scope.Read, IsFree(GeneratedNames.EnterRead), IsFree(GeneratedNames.TryEnterRead));
        EmitEntries(writer, holder, Scope.Write, IsFree(GeneratedNames.EnterWrite), IsFree(GeneratedNames.TryEnterWrite));
        if (!holder.Strategy.Traits().CanFreeze)
        {
            return;
        }

        if (IsFree(GeneratedNames.IsFrozen))
        {
            writer.Member($"""
                /// <summary>Whether <see cref="Freeze"/> was called: from then on reading takes no lock, and changing anything throws.</summary>
                {Attributes.Generated}
                public {holder.Static()}bool IsFrozen => __safe.IsFrozen;
                """);
        }

        if (IsFree(GeneratedNames.Freeze))
        {
            writer.Member($"""
                /// <summary>Ends the time of changes: waits for open scopes, then lets everybody read without a lock. A second call does nothing.</summary>
                {Recursion}
                {Attributes.Generated}
                public {holder.Static()}void Freeze() => __safe.Freeze();
                """);
        }

        bool IsFree(string name) => !holder.TakenNames.Contains(name);
    }

    private static void EmitEntries(CodeWriter writer, HolderModel holder, Scope scope, bool hasEnter, bool hasTryEnter)
    {
        var declaration = $"{holder.ScopeVisibility.Keyword()} {holder.Static()}{scope.Name}";
        if (hasEnter)
        {
            writer.Member($"/// <summary>{scope.Purpose} Hold the scope with <c>using</c>: it ends with its block.</summary>");
            EmitExceptions(writer, holder, scope);
            writer.Write($"""
                {Attributes.Generated}
                {declaration} Enter{scope.Verb}() => new(__safe.Enter{scope.Verb}());
                """);
        }

        if (hasTryEnter)
        {
            writer.Member($"/// <summary><c>Enter{scope.Verb}()</c> that waits no longer than <paramref name=\"timeout\"/>: <c>using var state = TryEnter{scope.Verb}(timeout); if (!state.Entered) return;</c></summary>");
            if (holder.ScopeVisibility != Visibility.Private)
            {
                writer.Write("""/// <param name="timeout">How long to wait at most; zero does not wait, <see cref="global::System.Threading.Timeout.InfiniteTimeSpan"/> waits for ever.</param>""");
            }

            EmitExceptions(writer, holder, scope);
            writer.Write($"""
                {Attributes.Generated}
                {declaration} TryEnter{scope.Verb}(global::System.TimeSpan timeout) => new(__safe.TryEnter{scope.Verb}(timeout));
                """);
        }
    }

    // What only the holder itself can call is documented briefly: its author has the rules at hand, which say the same.
    private static void EmitExceptions(CodeWriter writer, HolderModel holder, Scope scope)
    {
        if (holder.ScopeVisibility == Visibility.Private)
        {
            return;
        }

        writer.Write(Recursion);
        if (scope == Scope.Write && holder.Strategy.Traits().CanFreeze)
        {
            writer.Write("""/// <exception cref="global::System.InvalidOperationException">The holder is frozen.</exception>""");
        }
    }

    private static void EmitCoreAccess(CodeWriter writer, HolderModel holder)
    {
        if (!holder.IsStatic)
        {
            // In a static class they live in a nested class, which the core's emitter writes.
            writer.Write("private __SafeCore? __safeCore;");
            foreach (var state in FacadesAtHand(holder))
            {
                writer.Write($"private {state.FacadeType()}? {FacadeField(holder, state)};");
            }
        }

        writer.Member($$"""
            // Plain reads are enough: what they find, core or facade, was complete before its reference was stored, and is reached through that,
            // an order that every processor .NET supports keeps.
            {{Attributes.Generated}}
            private {{holder.Static()}}__SafeCore __safe => {{CoreField(holder)}} ?? __SafeCreateCore();
            """);
        writer.Member($"""
            // Not inlined: it runs once, and would be in its callers' way.
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
            {Recursion}
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
                    using var scope = new ReadScope(__safe.EnterRead());
                    return {{holder.Raw(state, "this")}};
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
}
