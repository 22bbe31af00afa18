using SafeState.Generator.Model;

namespace SafeState.Generator.Emission;

/// <summary>A view that is generated.</summary>
/// <param name="Collection">What it shows.</param>
/// <param name="Field">The field that it is of or in.</param>
/// <param name="Root">The name of the view of the field itself.</param>
/// <param name="Level">How many collections deep it is: one for the field itself.</param>
/// <param name="Role">Whether to read or to edit.</param>
internal sealed record View(CollectionValue Collection, string Field, string Root, int Level, ViewRole Role)
{
    public string Noun => Collection.Kind.Traits().Noun;

    /// <summary>The view of an element or value.</summary>
    public string ElementView => ViewNames.Of(Collection.Element, Root, Level + 1, Role);

    /// <summary>The expression that makes the view of an element or value.</summary>
    public string Create(string source) => ViewNames.Create(Collection.Element, ElementView, source, Role);
}
