using System.Collections;
using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Unguarded;

/// <summary>Workloads that can be put on a holder and on a raw collection alike.</summary>
internal static class Workload
{
    private const int ThreadCount = 4;

    /// <summary>Whether a workload found everything in order. What a collection throws when threads meet in it is not in order.</summary>
    public static bool Holds(Func<bool> workload)
    {
        try
        {
            return workload();
        }
        catch (Exception exception) when (exception is InvalidOperationException or IndexOutOfRangeException or ArgumentException or NullReferenceException or KeyNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Whether every addition of every thread counts.</summary>
    public static bool IsSumExact(int count, Action add, Func<int> read)
    {
        Threads.Run(ThreadCount, _ =>
        {
            for (var time = 0; time < count; time++)
            {
                add();
            }
        });
        return read() == ThreadCount * count;
    }

    /// <summary>Whether each number is taken by exactly one thread.</summary>
    public static bool IsEachTakenOnce(int count, Func<int, bool> take)
    {
        var taken = 0;
        Threads.Run(ThreadCount, _ =>
        {
            for (var number = 0; number < count; number++)
            {
                if (take(number))
                {
                    Interlocked.Increment(ref taken);
                }
            }
        });
        return taken == count;
    }

    /// <summary>Whether a wide struct is always read as it was written.</summary>
    public static bool IsWideWhole(int count, Func<Wide> read, Action<Wide> write)
    {
        var isWhole = true;
        var number = 0L;
        Threads.RunWhile(count, () => isWhole &= read().IsWhole, () => write(Wide.Of(++number)));
        return isWhole;
    }

    /// <summary>Whether a collection can be enumerated while it changes.</summary>
    public static bool IsEnumerable(int count, Func<IEnumerable> read, Action<int> add, Action<int> remove)
    {
        var number = 0;
        Threads.RunWhile(
            count,
            () =>
            {
                foreach (var _ in read())
                {
                }
            },
            () =>
            {
                number = (number + 1) % 20;
                add(number);
                remove((number + 10) % 20);
            });
        return true;
    }
}
