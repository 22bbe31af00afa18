namespace SafeState.Generator.Model;

/// <summary>What the emission has to know of a node only.</summary>
/// <param name="CanBeCreated">Whether it has a constructor without parameters that holders can call.</param>
internal sealed record NodeTraits(bool CanBeCreated);
