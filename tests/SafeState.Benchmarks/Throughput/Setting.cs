namespace SafeState.Benchmarks.Throughput;

/// <summary>What all sides of a comparison have to do.</summary>
/// <param name="Mix">What the threads do.</param>
/// <param name="Threads">How many there are.</param>
/// <param name="Entries">How many entries the map has; of a map that grows, how many are inserted.</param>
/// <param name="Keys">The type of the keys.</param>
internal sealed record Setting(Mix Mix, int Threads, int Entries, Type Keys)
{
    public string KeyName => Keys == typeof(int) ? "int" : "string";

    public override string ToString() =>
        $"{Mix.Name}, {Threads} {(Threads == 1 ? "thread" : "threads")}, {KeyName} keys, {Entries:N0} entries";
}
