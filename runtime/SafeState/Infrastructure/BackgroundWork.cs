namespace SafeState.Infrastructure;

/// <summary>Work that nobody waits for, and nobody misses if there is no memory for it. By a thread of the pool; it must not run anybody's code.</summary>
internal static class BackgroundWork
{
    public static void Start<TState>(TState state, Action<TState> work)
    {
        try
        {
            // Unsafe: the caller's culture, identity and other context are none of its business.
            ThreadPool.UnsafeQueueUserWorkItem(given => Run(given, work), state, preferLocal: false);
        }
        catch (OutOfMemoryException)
        {
            // The caller came for something else.
        }
    }

    private static void Run<TState>(TState state, Action<TState> work)
    {
        try
        {
            work(state);
        }
        catch (OutOfMemoryException)
        {
            // It would end the process.
        }
    }
}
