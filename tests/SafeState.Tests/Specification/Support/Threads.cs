namespace SafeState.Tests.Support;

/// <summary>Work on several threads.</summary>
internal static class Threads
{
    /// <summary>Runs the same work on <paramref name="count"/> threads that start together, and waits for all.</summary>
    /// <param name="count">How many threads.</param>
    /// <param name="work">The work, given the number of its thread.</param>
    public static void Run(int count, Action<int> work)
    {
        using var start = new Barrier(count);
        var threads = Enumerable.Range(0, count)
            .Select(number => new Running(() =>
            {
                start.SignalAndWait();
                work(number);
            }))
            .ToList();
        threads.ForEach(thread => thread.Join());
    }

    /// <summary>
    /// Does <paramref name="work"/> over and over while other threads do each of the <paramref name="disturbances"/>, until all
    /// of them were done so many <paramref name="times"/> at least: on a busy machine, too, they meet.
    /// </summary>
    public static void RunWhile(int times, Action work, params Action[] disturbances)
    {
        var isDone = false;
        var done = new int[disturbances.Length];
        using var start = new Barrier(disturbances.Length + 1);
        var threads = disturbances
            .Select((disturbance, index) => new Running(() =>
            {
                start.SignalAndWait();
                try
                {
                    while (!Volatile.Read(ref isDone))
                    {
                        disturbance();
                        Volatile.Write(ref done[index], done[index] + 1);
                    }
                }
                finally
                {
                    // One that fails holds nobody up.
                    Volatile.Write(ref done[index], int.MaxValue);
                }
            }))
            .ToList();
        start.SignalAndWait();
        try
        {
            for (var time = 0; time < times || Array.Exists(done, count => count < times); time++)
            {
                work();
            }
        }
        finally
        {
            Volatile.Write(ref isDone, true);
        }

        threads.ForEach(thread => thread.Join());
    }

    /// <summary>Runs <paramref name="work"/> on a thread of its own and waits for it; what it throws is thrown here.</summary>
    public static void RunElsewhere(Action work) => new Running(work).Join();
}
