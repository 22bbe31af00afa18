using SafeState.Gates;
using SafeState.Infrastructure;

namespace SafeState.Runtime.Tests;

/// <summary>The core of a holder with one map and one list, written by hand as the generator would write it.</summary>
internal sealed class Core<TGate> : StateCore<TGate>
    where TGate : struct, IGate<TGate>
{
    public Core()
        : base("Hand")
    {
        Map = new HandMap(this);
        List = new HandList(this);
        Set = new HandSet(this);
        Queue = new HandQueue(this);
    }

    public HandMap Map { get; }

    public HandList List { get; }

    public HandSet Set { get; }

    public HandQueue Queue { get; }

    protected override StateImage CreateImage(ImageParts parts) => new Image(parts);

    internal sealed class HandMap(Core<TGate> core) : MapFacade<string, int, TGate>(core, new Dictionary<string, int>(), "Hand._map");

    internal sealed class HandList(Core<TGate> core) : ListFacade<int, TGate>(core, [], "Hand._list");

    internal sealed class HandSet(Core<TGate> core) : SetFacade<int, TGate>(core, [], "Hand._set");

    internal sealed class HandQueue(Core<TGate> core) : QueueFacade<int, TGate>(core, new Queue<int>(), "Hand._queue");

    private sealed class Image(ImageParts parts) : StateImage(parts);
}
