namespace SafeState.Infrastructure;

/// <summary>Has work done in the background. Without memory it is not done, and nobody is told.</summary>
internal static class BackgroundWork
{
    public static void Start<TWork>(TWork work)
        where TWork : struct, IBackgroundWork
    {
        try
        {
            // All that is allocated is allocated here. Unsafe: the caller's culture, identity and other context are none of its business.
            ThreadPool.UnsafeQueueUserWorkItem(new Item<TWork>(work), preferLocal: false);
        }
        catch (OutOfMemoryException)
        {
            // The caller came for something else. That the pool itself finds no memory for a thread is out of reach: it ends the process.
        }
    }

    private sealed class Item<TWork>(TWork work) : IThreadPoolWorkItem
        where TWork : struct, IBackgroundWork
    {
        public void Execute()
        {
            try
            {
                work.Do();
            }
            catch (OutOfMemoryException)
            {
                // It would end the process.
            }
        }
    }
}
