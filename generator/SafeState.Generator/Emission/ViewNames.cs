using SafeState.Generator.Model;

namespace SafeState.Generator.Emission;

/// <summary>Names the views of values.</summary>
/// <remarks>
/// Those of collections of plain values are the runtime's. The language does not take a view for a type argument, so those of collections
/// of collections are generated: <c>HeadersReader</c> for the field's own, <c>HeadersReader.Level2</c> and so on for those further in.
/// </remarks>
internal static class ViewNames
{
    /// <summary>The view of what a field holds.</summary>
    public static string OfField(StateModel state, ViewRole role) => Of(((CollectionShape)state.Shape).Collection, state.PropertyName + role.Name, level: 1, role);

    /// <summary>The view of a value so many collections deep.</summary>
    /// <param name="value">The value.</param>
    /// <param name="root">The name of the field's own view.</param>
    /// <param name="level">One for what the field itself holds.</param>
    /// <param name="role">Whether to read or to edit.</param>
    public static string Of(ValueModel value, string root, int level, ViewRole role) => value switch
    {
        NodeValue => $"{value.Type}.{role.Name}",
        CollectionValue { Kind: CollectionKind.Node } place => Of(place.Element, root, level, role),
        CollectionValue { IsNested: false } plain => plain.PlainView(role.Name),
        CollectionValue => level == 1 ? root : $"{root}.{Level(level)}",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, message: null),
    };

    public static string Level(int level) => $"Level{level}";

    /// <summary>The expression that makes the view of a value.</summary>
    public static string Create(ValueModel value, string view, string source, ViewRole role) => value switch
    {
        CollectionValue { Kind: CollectionKind.Node } place =>
            $"new {view}(global::SafeState.Views.NodeViews.{role.Verb}<{place.Element.Type}, {place.Element.Shared()}>({source}))",
        CollectionValue { IsNested: false } plain => $"global::SafeState.Views.InnerViews.{role.Verb}{plain.Stem()}({source})",
        _ => $"new {view}({source})",
    };
}
