namespace SafeState.Benchmarks.Operations;

/// <summary>The size of the maps, and a walk through their keys that costs next to nothing.</summary>
internal static class Sizes
{
    public const int Entries = 1024;

    public static int Next(int key) => (key + 1) & (Entries - 1);
}
