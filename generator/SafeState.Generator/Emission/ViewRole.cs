using SafeState.Generator.Parsing;

namespace SafeState.Generator.Emission;

/// <summary>What tells readers and editors apart.</summary>
/// <param name="Name">What the names of the views end with.</param>
/// <param name="Verb">What a method that makes a view begins with.</param>
/// <param name="Source">The runtime type that a view is made of.</param>
/// <param name="Place">Where the view is valid, for documentation.</param>
internal sealed record ViewRole(string Name, string Verb, string Source, string Place)
{
    public static ViewRole Reader { get; } = new(GeneratedNames.Reader, "Read", "HeldValue", "a read scope");

    public static ViewRole Editor { get; } = new(GeneratedNames.Editor, "Edit", "EditedValue", "a write scope");
}
