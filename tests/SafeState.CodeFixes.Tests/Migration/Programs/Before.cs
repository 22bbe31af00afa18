using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Chat;

/// <summary>Somebody who is connected.</summary>
public class Session
{
    public Session(string user, DateTime since)
    {
        User = user;
        Since = since;
    }

    public string User { get; set; }

    public DateTime Since { get; set; }

    public string Device { get; set; } = "unknown";
}

/// <summary>Who is connected, how many are in which room, and when users were last heard of.</summary>
public class Presence
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Session> _sessions = new();
    private readonly Dictionary<string, int> _rooms = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, DateTime> _lastSeen;
    private readonly TimeSpan _patience;
    private int _peak;
    private long _messages;

    public Presence(Dictionary<string, DateTime> lastSeen, TimeSpan patience)
    {
        _lastSeen = lastSeen;
        _patience = patience;
    }

    /// <summary>Rooms that nobody may enter.</summary>
    public HashSet<string> Closed { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The most sessions there ever were at once.</summary>
    public int Peak => _peak;

    /// <summary>How many messages were sent.</summary>
    public long Messages => Interlocked.Read(ref _messages);

    /// <summary>How many are connected now.</summary>
    public int Connected
    {
        get
        {
            lock (_gate)
            {
                return _sessions.Count;
            }
        }
    }

    /// <summary>How many sessions a room has on average.</summary>
    public double Crowding => _rooms.Count == 0 ? 0 : (double)_sessions.Count / _rooms.Count;

    public bool Connect(string id, Session session)
    {
        lock (_gate)
        {
            if (_sessions.ContainsKey(id))
            {
                return false;
            }

            _sessions.Add(id, session);
            _lastSeen[session.User] = session.Since;
            _peak = Math.Max(_peak, _sessions.Count);
            return true;
        }
    }

    public bool Disconnect(string id)
    {
        lock (_gate)
        {
            return _sessions.Remove(id);
        }
    }

    // "It only reads."
    public Session? Find(string id) => _sessions.TryGetValue(id, out var session) ? session : null;

    public bool IsConnected(string id) => _sessions.ContainsKey(id);

    public bool Enter(string room)
    {
        if (Closed.Contains(room))
        {
            return false;
        }

        lock (_gate)
        {
            // One more.
            _rooms[room] = _rooms.GetValueOrDefault(room) + 1;
        }

        return true;
    }

    public void Leave(string room)
    {
        // Nobody thought of the lock here.
        if (_rooms.TryGetValue(room, out var members))
        {
            if (members > 1)
            {
                _rooms[room] = members - 1;
            }
            else
            {
                _rooms.Remove(room);
            }
        }
    }

    public int MembersOf(string room) => _rooms.GetValueOrDefault(room);

    public void Close(string room)
    {
        Closed.Add(room);
        lock (_gate)
        {
            _rooms.Remove(room);
        }
    }

    public void Reopen(string room) => Closed.Remove(room);

    public void Send(string user, DateTime now)
    {
        Interlocked.Increment(ref _messages);
        _lastSeen[user] = now;
    }

    public DateTime? LastSeen(string user)
    {
        lock (_gate)
        {
            if (_lastSeen.TryGetValue(user, out var seen))
            {
                return seen;
            }
        }

        return null;
    }

    public bool IsAway(string user, DateTime now) => !_lastSeen.TryGetValue(user, out var seen) || now - seen > _patience;

    public void Forget(string user)
    {
        if (_lastSeen.ContainsKey(user))
        {
            _lastSeen.Remove(user);
        }
    }

    /// <summary>Tells every session something.</summary>
    public void Broadcast(Action<Session> send)
    {
        foreach (var session in _sessions.Values)
        {
            send(session);
        }
    }

    public List<string> Users() => _sessions.Values.Select(session => session.User).Distinct().Order().ToList();

    public IEnumerable<string> RoomNames() => _rooms.Keys;

    public Dictionary<string, int> CopyOfRooms() => new(_rooms);

    /// <summary>The room with the most members, or nothing.</summary>
    public string? Busiest()
    {
        string? busiest = null;
        var most = 0;
        foreach (var (room, members) in _rooms)
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
        foreach (var session in _sessions.Values)
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
        if (!_sessions.TryGetValue(from, out var session) || _sessions.ContainsKey(to))
        {
            return false;
        }

        _sessions.Remove(from);
        _sessions.Add(to, session);
        return true;
    }

    public string Report()
    {
        var users = _sessions.Values.Select(session => session.User).Distinct().Count();
        var members = _rooms.Values.Sum();
        return $"{users} users in {_sessions.Count} sessions, {members} members in {_rooms.Count} rooms, {_messages} messages";
    }

    /// <summary>Sets everything back, and says how many were thrown out.</summary>
    public int Reset()
    {
        lock (_gate)
        {
            var count = _sessions.Count;
            _sessions.Clear();
            _rooms.Clear();
            _lastSeen.Clear();
            _peak = 0;
            _messages = 0;
            return count;
        }
    }
}
