namespace SafeState.Benchmarks.Snapshots;

/// <summary>Threads that ask for the same thing at the same moment, again and again. A single one is the caller itself.</summary>
internal sealed class Askers : IDisposable
{
    private readonly Func<object> _question;
    private readonly Thread[] _threads;

    // Semaphores of the system: who waits for them does not spin, which would count as processor's time.
    private readonly Semaphore[] _asked;
    private readonly Semaphore _answered = new(0, int.MaxValue);
    private volatile bool _isOver;

    public Askers(int count, Func<object> question)
    {
        _question = question;
        _asked = count == 1 ? [] : [.. Enumerable.Range(0, count).Select(_ => new Semaphore(0, 1))];
        _threads = [.. _asked.Select(asked => new Thread(() => Answer(asked)) { IsBackground = true })];
        foreach (var thread in _threads)
        {
            thread.Start();
        }
    }

    public void AskAll()
    {
        if (_threads.Length == 0)
        {
            GC.KeepAlive(_question());
            return;
        }

        ReleaseAll();
        foreach (var _ in _threads)
        {
            _answered.WaitOne();
        }
    }

    public void Dispose()
    {
        _isOver = true;
        ReleaseAll();
        foreach (var thread in _threads)
        {
            thread.Join();
        }

        foreach (var asked in _asked)
        {
            asked.Dispose();
        }

        _answered.Dispose();
    }

    private void ReleaseAll()
    {
        foreach (var asked in _asked)
        {
            asked.Release();
        }
    }

    private void Answer(Semaphore asked)
    {
        for (; ; )
        {
            asked.WaitOne();
            if (_isOver)
            {
                return;
            }

            GC.KeepAlive(_question());
            _answered.Release();
        }
    }
}
