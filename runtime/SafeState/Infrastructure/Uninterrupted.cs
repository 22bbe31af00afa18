namespace SafeState.Infrastructure;

/// <summary>
/// Does what has to be done for others, who would wait for ever without it. The platform's locks wait now and then while they are
/// left or taken for a moment, and <see cref="Thread.Interrupt"/> ends that wait too.
/// </summary>
internal static class Uninterrupted
{
    /// <summary>Does <paramref name="action"/>, again if it was interrupted, which then must have done nothing; the interrupt is left to the thread's next wait.</summary>
    public static void Run<T>(T subject, Action<T> action)
    {
        var wasInterrupted = false;
        try
        {
            while (true)
            {
                try
                {
                    action(subject);
                    return;
                }
                catch (ThreadInterruptedException)
                {
                    wasInterrupted = true;
                }
            }
        }
        finally
        {
            if (wasInterrupted)
            {
                Thread.CurrentThread.Interrupt();
            }
        }
    }
}
