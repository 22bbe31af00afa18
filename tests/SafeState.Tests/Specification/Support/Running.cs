using System.Runtime.ExceptionServices;

namespace SafeState.Tests.Support;

/// <summary>A thread at work, whose failure is the failure of whoever joins it.</summary>
internal sealed class Running
{
    // Only there to tell a hang from slowness; no test depends on being faster.
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Thread _thread;
    private Exception? _failure;

    public Running(Action work)
    {
        _thread = new Thread(() =>
        {
            try
            {
                work();
            }
            catch (Exception exception)
            {
                _failure = exception;
            }
        })
        {
            IsBackground = true,
        };
        _thread.Start();
    }

    /// <summary>Waits for the end, and throws what the thread threw.</summary>
    public void Join()
    {
        Assert.True(_thread.Join(Patience), "A thread did not end: it hangs.");
        if (_failure is not null)
        {
            ExceptionDispatchInfo.Throw(_failure);
        }
    }

    /// <summary>Waits until the thread waits for something itself.</summary>
    public void AwaitBlocked() => Assert.True(
        SpinWait.SpinUntil(() => (_thread.ThreadState & (ThreadState.WaitSleepJoin | ThreadState.Stopped)) != 0, Patience)
        && _thread.IsAlive,
        "The thread was expected to wait.");
}
