using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SafeState;

namespace Chat;

/// <summary>Somebody who is connected.</summary>
public sealed class Session
{
    public Session(string user, DateTime since)
    {
        User = user;
        Since = since;
    }

    public string User { get; init; }

    public DateTime Since { get; init; }

    public string Device { get; init; } = "unknown";
}

/// <summary>Who is connected, how many are in which room, and when users were last heard of.</summary>
[SharedState]
public partial class Presence
{
    private readonly Dictionary<string, Session> _sessions = new();
    private readonly Dictionary<string, int> _rooms = new(StringComparer.OrdinalIgnoreCase);
    [State(Name = "LastSeenState")]
    private readonly Dictionary<string, DateTime> _lastSeen;
    private readonly TimeSpan _patience;
    private int _peak;
    private long _messages;

    public Presence(Dictionary<string, DateTime> lastSeen, TimeSpan patience)
    {
        _lastSeen = new(lastSeen, lastSeen.Comparer);
        _patience = patience;
    }

    /// <summary>Rooms that nobody may enter.</summary>
    private readonly HashSet<string> _closed = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many are connected now.</summary>
    public int Connected
    {
        get
        {
            return Sessions.Count;
        }
    }

    /// <summary>How many sessions a room has on average.</summary>
    public double Crowding
    {
        get
        {
            using var state = EnterRead();
            return state.Rooms.Count == 0 ? 0 : (double)state.Sessions.Count / state.Rooms.Count;
        }
    }

    public bool Connect(string id, Session session)
    {
        using var state = EnterWrite();
        if (state.Sessions.ContainsKey(id))
        {
            return false;
        }

        state.Sessions.Add(id, session);
        state.LastSeenState.Set(session.User, session.Since);
        state.Peak = Math.Max(state.Peak, state.Sessions.Count);
        return true;
    }

    public bool Disconnect(string id)
    {
        return Sessions.Remove(id);
    }

    // "It only reads."
    public Session? Find(string id) => Sessions.TryGetValue(id, out var session) ? session : null;

    public bool IsConnected(string id) => Sessions.ContainsKey(id);

    public bool Enter(string room)
    {
        if (Closed.Contains(room))
        {
            return false;
        }

        using (var state = EnterWrite())
        {
            // One more.
            state.Rooms.Set(room, (state.Rooms.TryGetValue(room, out var value) ? value : default) + 1);
        }

        return true;
    }

    public void Leave(string room)
    {
        using var state = EnterWrite();
        // Nobody thought of the lock here.
        if (state.Rooms.TryGetValue(room, out var members))
        {
            if (members > 1)
            {
                state.Rooms.Set(room, members - 1);
            }
            else
            {
                state.Rooms.Remove(room);
            }
        }
    }

    public int MembersOf(string room) => Rooms.GetValueOrDefault(room);

    public void Close(string room)
    {
        Closed.Add(room);
        Rooms.Remove(room);
    }

    public void Reopen(string room) => Closed.Remove(room);

    public void Send(string user, DateTime now)
    {
        using var state = EnterWrite();
        ++state.Messages;
        state.LastSeenState.Set(user, now);
    }

    public DateTime? LastSeen(string user)
    {
        if (LastSeenState.TryGetValue(user, out var seen))
        {
            return seen;
        }

        return null;
    }

    public bool IsAway(string user, DateTime now) => !LastSeenState.TryGetValue(user, out var seen) || now - seen > _patience;

    public void Forget(string user)
    {
        using var state = EnterWrite();
        if (state.LastSeenState.ContainsKey(user))
        {
            state.LastSeenState.Remove(user);
        }
    }

    /// <summary>Tells every session something.</summary>
    public void Broadcast(Action<Session> send)
    {
        foreach (var session in Sessions.Values)
        {
            send(session);
        }
    }

    public List<string> Users() => Sessions.Values.Select(session => session.User).Distinct().Order().ToList();

    public IEnumerable<string> RoomNames() => Rooms.Keys;

    public Dictionary<string, int> CopyOfRooms() => new(Rooms);

    /// <summary>The room with the most members, or nothing.</summary>
    public string? Busiest()
    {
        string? busiest = null;
        var most = 0;
        foreach (var (room, members) in Rooms)
        {
            if (members > most)
            {
                (busiest, most) = (room, members);
            }
        }

        return busiest;
    }

    /// <summary>Sessions on a device.</summary>
    public int CountOf(string device)
    {
        var count = 0;
        foreach (var session in Sessions.Values)
        {
            if (session.Device == device)
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>Moves a session to another id, as after a reconnection.</summary>
    public bool Rename(string from, string to)
    {
        using var state = EnterWrite();
        if (!state.Sessions.TryGetValue(from, out var session) || state.Sessions.ContainsKey(to))
        {
            return false;
        }

        state.Sessions.Remove(from);
        state.Sessions.Add(to, session);
        return true;
    }

    public string Report()
    {
        var image = Snapshot();
        var users = image.Sessions.Values.Select(session => session.User).Distinct().Count();
        var members = image.Rooms.Values.Sum();
        return $"{users} users in {image.Sessions.Count} sessions, {members} members in {image.Rooms.Count} rooms, {image.Messages} messages";
    }

    /// <summary>Sets everything back, and says how many were thrown out.</summary>
    public int Reset()
    {
        using var state = EnterWrite();
        var count = state.Sessions.Count;
        state.Sessions.Clear();
        state.Rooms.Clear();
        state.LastSeenState.Clear();
        state.Peak = 0;
        state.Messages = 0;
        return count;
    }
}
