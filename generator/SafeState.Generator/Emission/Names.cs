using SafeState.Generator.Model;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Emission;

/// <summary>How emitted code spells what the models name.</summary>
internal static class Names
{
    /// <summary>The type of a collection's facade; hidden when the field has no facade of its own.</summary>
    public static string FacadeType(this StateModel state) =>
        (state.Access == Access.None ? "__Safe" : string.Empty) + GeneratedNames.FacadeType(state.PropertyName, ((CollectionShape)state.Shape).Kind);

    /// <summary>The property's name as code writes it.</summary>
    public static string Property(this StateModel state) => TypeNames.Escape(state.PropertyName);

    /// <summary>The raw field: of the instance that <paramref name="instance"/> names, or of the static class.</summary>
    public static string Raw(this HolderModel holder, StateModel state, string instance) =>
        $"{(holder.IsStatic ? holder.FullName : instance)}.{TypeNames.Escape(state.FieldName)}";

    /// <summary><c>static </c> for the members of a static class.</summary>
    public static string Static(this HolderModel holder) => holder.IsStatic ? "static " : string.Empty;

    /// <summary>The parameter, if any, by which generated types get at the holder.</summary>
    public static string Parameter(this HolderModel holder) => holder.IsStatic ? string.Empty : $"{holder.FullName} holder";

    /// <summary>The argument for <see cref="Parameter"/>, if any.</summary>
    public static string Argument(this HolderModel holder, string instance) => holder.IsStatic ? string.Empty : instance;

    public static string Keyword(this Visibility visibility) => visibility switch
    {
        Visibility.Public => "public",
        Visibility.Internal => "internal",
        Visibility.Private => "private",
        _ => throw new ArgumentOutOfRangeException(nameof(visibility), visibility, message: null),
    };

    /// <summary>Joins those parts of a parameter or argument list that are not empty.</summary>
    public static string List(params string[] parts) => string.Join(", ", parts.Where(part => part.Length > 0));
}
