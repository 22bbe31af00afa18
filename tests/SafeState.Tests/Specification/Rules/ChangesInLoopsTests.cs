using SafeState.Tests.Holders;

namespace SafeState.Tests.Rules;

/// <summary>A loop over the editor of a map in which the map is changed: the same as over a <see cref="Dictionary{TKey, TValue}"/>.</summary>
public sealed class ChangesInLoopsTests
{
    private const int Entries = 1_000;

    private readonly Crowd _crowd = new();
    private readonly List<int> _visited = [];

    public ChangesInLoopsTests() => _crowd.Numbers.AddRange(Enumerable.Range(0, Entries).Select(number => KeyValuePair.Create(number, 0L)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AddingEndsTheLoopWithAnException(bool afterSnapshot)
    {
        _ = afterSnapshot ? _crowd.Numbers.Snapshot() : null;
        Assert.Throws<InvalidOperationException>(() => Visit((map, key) => map.Set(key + Entries, 1)));
        Assert.Single(_visited);
        Assert.Equal(Entries + 1, _crowd.Numbers.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void SettingWhatIsThereGoesOn(bool afterSnapshot)
    {
        _ = afterSnapshot ? _crowd.Numbers.Snapshot() : null;
        Visit((map, key) =>
        {
            map.Set(key, 1);
            map.Set((key + 1) % Entries, 1);
        });
        Assert.Equal(Entries, _visited.Distinct().Count());
        Assert.Equal(Entries, _visited.Count);
    }

    [Fact]
    public void ClearingEndsTheLoop()
    {
        Visit((map, _) => map.Clear());
        Assert.Single(_visited);
    }

    [Fact]
    public void ReplacingAllEndsTheLoop()
    {
        Visit((map, _) => map.ReplaceAll([KeyValuePair.Create(-1, 1L)]));
        Assert.Single(_visited);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WhatIsRemovedIsNotShownAndAllElseIsOnce(bool afterSnapshot)
    {
        const int Seed = 4711;
        var random = new Random(Seed);
        for (var round = 0; round < 20; round++)
        {
            _crowd.Numbers.ReplaceAll(Enumerable.Range(0, Entries).Select(number => KeyValuePair.Create(number, 0L)));
            _ = afterSnapshot ? _crowd.Numbers.Snapshot() : null;
            _visited.Clear();
            var removed = new HashSet<int>();
            Visit((map, key) =>
            {
                Assert.True(map.ContainsKey(key), $"{key} was shown after its removal, seed {Seed}");
                foreach (var other in new[] { key, (key + 32) % Entries, random.Next(Entries) }.Where(_ => random.Next(2) == 0))
                {
                    map.Remove(other);
                    removed.Add(other);
                }
            });
            Assert.Equal(_visited.Count, _visited.Distinct().Count());
            Assert.Equal(Entries, _visited.Union(removed).Count());
        }
    }

    private void Visit(Crowd.Visit visit) => _crowd.VisitInScope((map, key) =>
    {
        _visited.Add(key);
        visit(map, key);
    });
}
