using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Nested;

/// <summary>Nested collections under threads.</summary>
public sealed class NestedThreadsTests
{
    private const int Count = 4;
    private const int Times = 400;

    private readonly Library _library = new();

    [Fact]
    public void NoAdditionToAnInnerCollectionIsLost()
    {
        Threads.Run(Count, number =>
        {
            for (var time = 0; time < Times; time++)
            {
                _library.Headers.AddTo($"key{time % 3}", $"{number}.{time}");
                _library.Rooms.AddTo($"key{time % 3}", $"{number}.{time}");
                _library.Mail.EnqueueTo("all", $"{number}.{time}");
                _library.Tables.AddOrUpdateIn("all", "sum", 1, static value => value + 1);
                Edit(number, time);
            }
        });
        Assert.Equal(Count * Times, _library.Headers.Snapshot().Values.Sum(values => values.Count));
        Assert.Equal(Count * Times, _library.Rooms.Snapshot().Values.Sum(values => values.Count));
        Assert.Equal(Count * Times, _library.Mail["all"].Count);
        Assert.True(_library.Tables.TryGetValueIn("all", "sum", out var sum));
        Assert.Equal(Count * Times, sum);
        Assert.Equal(Count * Times, _library.Deep["all"].Values.Sum(lists => lists.Count));
    }

    [Fact]
    public void EveryElementOfAnInnerQueueIsTakenOnce()
    {
        var taken = new int[Count * Times];
        Threads.Run(Count, number =>
        {
            for (var time = 0; time < Times; time++)
            {
                _library.Mail.EnqueueTo("all", $"{(number * Times) + time}");
                if (_library.Mail.TryDequeueFrom("all", out var item))
                {
                    Interlocked.Increment(ref taken[int.Parse(item, System.Globalization.CultureInfo.InvariantCulture)]);
                }
            }
        });
        Assert.All(taken, times => Assert.Equal(1, times));
        Assert.True(_library.Mail.IsEmpty);
    }

    [Fact]
    public void WhatIsWrittenInOneScopeIsSeenTogetherAtEveryDepth()
    {
        var next = 0;
        Threads.RunWhile(
            200,
            () =>
            {
                next++;
                WriteTogether(next);
            },
            () => AssertTogether(_library.Headers.TryGetValue("a", out var values) ? values : null, null),
            () => AssertTogether(_library.Snapshot().Headers.GetValueOrDefault("a"), _library.Snapshot().Deep.GetValueOrDefault("a")),
            ReadTogether,
            ReadLocked);
    }

    private static void AssertTogether(ListSnapshot<string>? values, MapSnapshot<string, ListSnapshot<ListSnapshot<string>>>? deep)
    {
        Assert.True(values is null || values.Count == 2 && values[0] == values[1]);
        Assert.True(deep is null || deep["x"][0][0] == deep["y"][0][0]);
    }

    private void Edit(int number, int time)
    {
        using var state = _library.EnterWrite();
        state.Deep.GetOrAdd("all").GetOrAdd($"key{number}").AddNew().Add($"{time}");
    }

    private void WriteTogether(int number)
    {
        using var state = _library.EnterWrite();
        var text = $"{number}";
        var values = state.Headers.GetOrAdd("a");
        values.Clear();
        values.Add(text);
        values.Add(text);
        var deep = state.Deep.GetOrAdd("a");
        deep.Set("x", [[text]]);
        deep.Set("y", [[text]]);
    }

    private void ReadTogether()
    {
        using var state = _library.EnterRead();
        if (state.Headers.TryGetValue("a", out var values))
        {
            var deep = state.Deep["a"];
            Assert.Equal(2, values.Count);
            Assert.Equal(values[0], values[1]);
            Assert.Equal(values[0], deep["x"][0][0]);
            Assert.Equal(values[0], deep["y"][0][0]);
        }
    }

    private void ReadLocked()
    {
        foreach (var (_, values) in _library.Headers.Locked())
        {
            Assert.Equal(2, values.Count);
            Assert.Equal(values[0], values[1]);
        }
    }
}
