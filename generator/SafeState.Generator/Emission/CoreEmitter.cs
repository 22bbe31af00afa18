using SafeState.Generator.Model;

namespace SafeState.Generator.Emission;

/// <summary>Writes the core: the one object behind a holder, with its gate and its facades.</summary>
internal static class CoreEmitter
{
    public static void Emit(CodeWriter writer, HolderModel holder)
    {
        if (holder.IsStatic)
        {
            EmitStatics(writer, holder);
        }

        writer.Member(Attributes.Uncovered);
        using (writer.OpenBelow($"private sealed class __SafeCore : global::SafeState.Infrastructure.StateCore<{holder.Strategy.Traits().Gate}>"))
        {
            EmitFields(writer, holder);
            EmitConstructor(writer, holder);
            EmitCreateImage(writer, holder);
        }
    }

    private static void EmitStatics(CodeWriter writer, HolderModel holder)
    {
        using (writer.Open("""
            // Not fields of the holder: the order of static initialisers across the parts of a partial class is undefined.
            private static class __SafeStatics
            """))
        {
            writer.Write("internal static __SafeCore? Core;");
            foreach (var state in HolderMembers.FacadesAtHand(holder))
            {
                writer.Write($"internal static {state.FacadeType()}? {state.FacadeType()};");
            }
        }
    }

    private static void EmitFields(CodeWriter writer, HolderModel holder)
    {
        if (!holder.IsStatic)
        {
            writer.Write($"internal readonly {holder.FullName} Holder;");
        }

        foreach (var state in holder.Collections)
        {
            writer.Write($"internal readonly {state.FacadeType()} {state.FacadeType()};");
        }
    }

    private static void EmitConstructor(CodeWriter writer, HolderModel holder)
    {
        using (writer.Open($"""
            internal __SafeCore({holder.Parameter()})
                : base("{holder.DisplayName}")
            """))
        {
            if (!holder.IsStatic)
            {
                writer.Write("Holder = holder;");
            }

            // Each facade registers itself: this order is that of the parts of an image.
            foreach (var state in holder.Collections)
            {
                var seed = holder.Raw(state, "holder") + (state.IsNullableCollection ? "!" : string.Empty);
                writer.Write($"{state.FacadeType()} = new(this, {seed});");
            }

            NodeEmitter.ReleaseSeeds(writer, holder, "holder");
        }
    }

    private static void EmitCreateImage(CodeWriter writer, HolderModel holder) => writer.Member($"""
        protected override global::SafeState.Infrastructure.StateImage CreateImage(global::SafeState.Infrastructure.ImageParts parts) =>
            new {SnapshotEmitter.ImageOf(holder)}({Names.List("parts", holder.Argument("Holder"))});
        """);
}
