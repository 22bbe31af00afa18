using System.Diagnostics;
using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Concurrency;

/// <summary>An interrupted thread does its operation or does it not; either way it lets go of the lock.</summary>
public sealed class InterruptTests
{
    private readonly Board _board = new();
    private bool _isDone;
    private Exception? _failure;

    [Fact]
    public void WhoIsInterruptedLeavesNobodyOutside()
    {
        var threads = Enumerable.Range(0, 6).Select(number => new Thread(() => WorkOn(number)) { IsBackground = true }).ToList();

        // Before anybody is interrupted: a type that is interrupted while it initialises is lost for good.
        WriteBoth();
        ReadAll();
        _board.Scores.GetOrAdd("0", _ => 1);
        threads.ForEach(thread => thread.Start());
        var turn = 0;
        for (var time = Stopwatch.StartNew(); time.ElapsedMilliseconds < 1000; turn++)
        {
            threads[turn % threads.Count].Interrupt();
            Pause(turn);
        }

        Volatile.Write(ref _isDone, true);
        Assert.All(threads, thread => Assert.True(thread.Join(Running.Patience), "A thread did not end: it hangs."));
        Assert.Null(_failure);
        Threads.RunElsewhere(() =>
        {
            WriteBoth();
            ReadAll();
            Assert.Equal(_board.Total, _board.Wide.Number);
            Assert.All(Enumerable.Range(0, 7), key => Assert.Equal(1, _board.Scores.GetOrAdd($"{key}", _ => 1)));
        });
    }

    private void WorkOn(int number)
    {
        while (!Volatile.Read(ref _isDone))
        {
            try
            {
                for (var time = 0; time < 20; time++)
                {
                    WriteBoth();
                    _ = _board.Scores.Count;
                }

                ReadAll();
                _board.Scores.GetOrAdd("0", _ => 1);
                _board.Scores.GetOrAdd($"{number + 1}", _ => _board.Scores.GetOrAdd("0", _ => 1));
                _board.Scores.Clear();
            }
            catch (ThreadInterruptedException)
            {
                // What the test is about: whatever was interrupted, the next round goes on.
            }
            catch (Exception exception)
            {
                _failure = exception;
            }
        }
    }

    // Now and then the threads get time to come out of what the interrupts led them into.
    private static void Pause(int turn)
    {
        if (turn % 20 == 0)
        {
            Thread.Sleep(1);
        }
        else
        {
            Thread.SpinWait(200);
        }
    }

    private void WriteBoth()
    {
        using var state = _board.EnterWrite();
        state.Total++;
        state.Wide = Wide.Of(state.Total);
    }

    private void ReadAll()
    {
        foreach (var _ in _board.Scores.Locked())
        {
        }

        _ = _board.Snapshot();
    }
}
