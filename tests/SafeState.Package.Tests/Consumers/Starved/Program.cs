using SafeState;

// The hash of a long string in any case takes as much memory as the string, which is more than there is left.
var key = new string('é', 35_000_000);
Console.WriteLine($"{Starve(new Shared().Words)} {Starve(new Sole().Words)} {Starve(new Open().Words)}");

string Starve<TGate>(MapFacade<string, int, TGate> words)
    where TGate : struct, SafeState.Gates.IGate<TGate>
{
    words.Add("a", 1);
    var answer = "found";
    try
    {
        words.ContainsKey(key);
    }
    catch (OutOfMemoryException)
    {
        answer = "starved,";
    }

    var other = new Thread(words.Clear) { IsBackground = true };
    other.Start();
    return other.Join(TimeSpan.FromSeconds(10)) ? $"{answer} unlocked" : $"{answer} locked for ever";
}

[SharedState(Strategy = Strategy.ReaderWriterLock)]
internal sealed partial class Shared
{
    private readonly Dictionary<string, int> _words = new(StringComparer.OrdinalIgnoreCase);
}

[SharedState(Strategy = Strategy.Mutex)]
internal sealed partial class Sole
{
    private readonly Dictionary<string, int> _words = new(StringComparer.OrdinalIgnoreCase);
}

[SharedState(Strategy = Strategy.FreezeOnce)]
internal sealed partial class Open
{
    private readonly Dictionary<string, int> _words = new(StringComparer.OrdinalIgnoreCase);
}
