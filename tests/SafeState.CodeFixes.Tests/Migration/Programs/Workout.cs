using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Chat;

/// <summary>Many threads use one object; what must be true afterwards is true of no object that lost something.</summary>
public static class Workout
{
    public static void Run(int threads, int rounds)
    {
        var presence = new Presence(new Dictionary<string, DateTime>(StringComparer.Ordinal) { ["early"] = DateTime.UnixEpoch }, TimeSpan.FromMinutes(1));
        for (var round = 0; round < rounds; round++)
        {
            presence.Connect($"ticket {round}", new Session("nobody", DateTime.UnixEpoch));
        }

        var admitted = 0;
        var taken = 0;
        var failure = default(Exception);
        var workers = Enumerable.Range(0, threads).Select(number => new Thread(() =>
        {
            try
            {
                for (var round = 0; round < rounds; round++)
                {
                    Work(presence, number, round, ref admitted, ref taken);
                }
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        })).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());

        Check(failure is null, $"a thread failed: {failure}");
        Check(admitted == rounds, $"{admitted} of {rounds} shared sessions were admitted");
        Check(taken == rounds, $"{taken} of {rounds} tickets were taken");
        Check(presence.Messages == (long)threads * rounds, $"{presence.Messages} messages");
        Check(presence.Connected == 2 * rounds, $"{presence.Connected} are connected");
        Check(presence.Peak >= 2 * rounds && presence.Peak <= (2 * rounds) + threads, $"the peak is {presence.Peak}");
        Check(presence.MembersOf("LOBBY") == 0 && !presence.RoomNames().Any(), "somebody is left in a room");
        Check(presence.LastSeen("early") == DateTime.UnixEpoch, "an early user is lost");
        Check(presence.Reset() == 2 * rounds && presence.Connected == 0 && presence.Crowding == 0, "something is left");
    }

    private static void Work(Presence presence, int number, int round, ref int admitted, ref int taken)
    {
        var own = $"own {number}";
        var user = $"user {number}";
        Check(presence.Connect(own, new Session(user, DateTime.UnixEpoch)), "a session of one's own is refused");
        if (presence.Connect($"shared {round}", new Session("all", DateTime.UnixEpoch)))
        {
            Interlocked.Increment(ref admitted);
        }

        // Each ticket is there from the beginning, and one thread gets it.
        if (presence.Rename($"ticket {round}", $"taken {round}"))
        {
            Interlocked.Increment(ref taken);
        }

        Check(presence.Enter("lobby"), "the lobby is closed");
        presence.Send(user, DateTime.UnixEpoch);
        presence.Broadcast(session => Check(session.User.Length > 0, "a session without a user"));
        Check(presence.Find(own)?.User == user && presence.IsConnected(own), "a session of one's own is lost");
        Check(presence.Users().Contains(user) && presence.CountOf("unknown") > 0 && presence.Report().Length > 0, "a user is lost");
        Check(presence.Busiest() is not null && presence.CopyOfRooms().Count <= 1, "there is no busiest room");
        presence.Leave("Lobby");
        Check(presence.Disconnect(own), "a session of one's own is gone");
    }

    private static void Check(bool isTrue, string otherwise)
    {
        if (!isTrue)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
