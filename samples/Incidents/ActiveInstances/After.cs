using System.Threading.Channels;
using SafeState;

namespace Incidents.ActiveInstances;

/// <summary>The map as a static holder: whoever removes a channel is the only one to have it, and completes it.</summary>
[SharedState]
internal static partial class After
{
    private static readonly Dictionary<string, Channel<string>> _active = new();

    public static ChannelReader<string> Start(string id)
    {
        var events = Channel.CreateUnbounded<string>();
        Active[id] = events;
        return events.Reader;
    }

    public static bool Deliver(string id, string text) =>
        Active.TryGetValue(id, out var events) && events.Writer.TryWrite(text);

    public static bool Stop(string id)
    {
        if (!Active.Remove(id, out var events))
        {
            return false;
        }

        events.Writer.Complete();
        return true;
    }
}
