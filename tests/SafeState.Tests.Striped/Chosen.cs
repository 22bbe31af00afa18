namespace SafeState.Tests;

/// <summary>The strategy of all holders in this project. Nothing else differs between the projects that share the specification.</summary>
internal static class Chosen
{
    public const Strategy Strategy = SafeState.Strategy.Striped;
}
