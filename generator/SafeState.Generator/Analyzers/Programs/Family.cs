namespace SafeState.Generator.Analyzers.Programs;

/// <summary>What kind of collection a facade or a view stands for.</summary>
internal enum Family
{
    Map,
    Set,
    List,
    Queue,
}
