using System.Threading.Channels;

namespace Incidents.ActiveInstances;

/// <summary>The map as it was: global, and everybody's.</summary>
internal static class Before
{
    private static readonly Dictionary<string, Channel<string>> _active = new();

    public static ChannelReader<string> Start(string id)
    {
        var events = Channel.CreateUnbounded<string>();
        _active[id] = events;
        return events.Reader;
    }

    public static bool Deliver(string id, string text) =>
        _active.TryGetValue(id, out var events) && events.Writer.TryWrite(text);

    public static bool Stop(string id)
    {
        if (!_active.TryGetValue(id, out var events))
        {
            return false;
        }

        _active.Remove(id);
        events.Writer.Complete();
        return true;
    }
}
