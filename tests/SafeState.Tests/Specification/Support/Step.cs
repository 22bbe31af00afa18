namespace SafeState.Tests.Support;

/// <summary>One random operation: which of the table, and what with.</summary>
public sealed record Step(int Choice, string Key, int Value);
