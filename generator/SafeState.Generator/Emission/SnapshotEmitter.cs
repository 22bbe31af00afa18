using System.Globalization;
using SafeState.Generator.Model;

namespace SafeState.Generator.Emission;

/// <summary>Writes <c>StateSnapshot</c>: the immutable image of all state.</summary>
internal static class SnapshotEmitter
{
    private const string HiddenImage = "__SafeImage";

    /// <summary>
    /// Whether images have to carry values that a snapshot cannot show, because their types are private to the holder:
    /// they live in a hidden subclass then, for scopes that read images.
    /// </summary>
    private static bool NeedsHiddenImage(HolderModel holder) =>
        holder.Strategy.Traits().PublishesImages && holder.Scalars.Any(IsHidden);

    /// <summary>The type of image that carries a scalar.</summary>
    public static string ImageOf(StateModel scalar) => IsHidden(scalar) ? HiddenImage : "StateSnapshot";

    public static void Emit(CodeWriter writer, HolderModel holder)
    {
        var needsHiddenImage = NeedsHiddenImage(holder);
        writer.Member($"""
            /// <summary>{(holder.Node is null ? "All state" : "The node and all that is in it")} at one instant. It never changes and may be kept, shared and serialised.</summary>
            {Attributes.Generated}
            {Attributes.Uncovered}
            """);
        using (writer.OpenBelow($"public {(needsHiddenImage ? string.Empty : "sealed ")}class StateSnapshot : global::SafeState.Infrastructure.StateImage"))
        {
            EmitConstructor(writer, holder, "StateSnapshot", "parts", holder.Scalars.Where(state => !IsHidden(state)));
            EmitProperties(writer, holder);
            if (holder.Node is not null)
            {
                writer.Member($"""
                    /// <summary>A new node that is an independent copy at every depth, free to be put into a holder.</summary>
                    public {holder.FullName} ToNode() => {holder.FullName}.__SafeShape.ToNode(this);
                    """);
            }
        }

        if (needsHiddenImage)
        {
            EmitHiddenImage(writer, holder);
        }
    }

    /// <summary>The type of a holder's images.</summary>
    public static string ImageOf(HolderModel holder) => NeedsHiddenImage(holder) ? HiddenImage : "StateSnapshot";

    /// <summary>An image as the type that carries a scalar.</summary>
    public static string Cast(StateModel scalar, string image) => IsHidden(scalar) ? $"(({ImageOf(scalar)}){image})" : image;

    /// <summary>The snapshot of a collection or place in an image that may be null, also where no property shows it.</summary>
    public static string Part(HolderModel node, StateModel state, string image)
    {
        var index = node.Collections.TakeWhile(other => other != state).Count();
        return $"{image}{(image.EndsWith("!", StringComparison.Ordinal) ? string.Empty : "?")}.__SafePart<{((CollectionShape)state.Shape).Collection.Shared()}>({index})";
    }

    private static bool IsHidden(StateModel state) => state.Visibility == Visibility.Private;

    private static void EmitProperties(CodeWriter writer, HolderModel holder)
    {
        var part = 0;
        foreach (var state in holder.States)
        {
            var index = state.Shape is CollectionShape ? part++ : -1;
            if (!IsHidden(state))
            {
                EmitProperty(writer, state, index);
            }
        }
    }

    private static void EmitProperty(CodeWriter writer, StateModel state, int index)
    {
        var declaration = state.Visibility.Keyword();
        if (state.Shape is not CollectionShape shape)
        {
            writer.Member($$"""
                /// <summary>The value of <c>{{state.FieldName}}</c>.</summary>
                {{declaration}} {{state.Shape.Type}} {{state.Property()}} { get; }
                """);
            return;
        }

        var snapshot = shape.Collection.Shared();
        if (shape.Collection is { IsNodePlace: true } place)
        {
            var isOptional = place.Kind == CollectionKind.OptionalNode;
            writer.Member($"""
                /// <summary>The node <c>{state.FieldName}</c>{(isOptional ? ", or null" : string.Empty)}.</summary>
                {declaration} {place.Element.Shared()}{(isOptional ? "?" : string.Empty)} {state.Property()} => Part<{snapshot}>({index.ToString(CultureInfo.InvariantCulture)}).Value{(isOptional ? string.Empty : "!")};
                """);
            return;
        }

        writer.Member($"""
            /// <summary>The {shape.Kind.Traits().Noun} <c>{state.FieldName}</c>.</summary>
            {declaration} {snapshot} {state.Property()} => Part<{snapshot}>({index.ToString(CultureInfo.InvariantCulture)});
            """);
    }

    private static void EmitHiddenImage(CodeWriter writer, HolderModel holder)
    {
        var hidden = holder.Scalars.Where(IsHidden).ToArray();
        writer.Member(Attributes.Uncovered);
        using (writer.OpenBelow($"private sealed class {HiddenImage} : StateSnapshot"))
        {
            foreach (var state in hidden)
            {
                writer.Write($"internal readonly {state.Shape.Type} {state.Property()};");
            }

            EmitConstructor(writer, holder, HiddenImage, Names.List("parts", holder.Argument("holder")), hidden);
        }
    }

    private static void EmitConstructor(CodeWriter writer, HolderModel holder, string type, string baseArguments, IEnumerable<StateModel> scalars)
    {
        var parameters = Names.List("global::SafeState.Infrastructure.ImageParts parts", holder.Parameter());
        using (writer.Open($"""
            internal {type}({parameters})
                : base({baseArguments})
            """))
        {
            foreach (var state in scalars)
            {
                writer.Write($"this.{state.Property()} = {holder.Raw(state, "holder")};");
            }
        }
    }
}
