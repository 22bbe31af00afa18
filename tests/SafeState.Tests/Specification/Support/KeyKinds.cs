namespace SafeState.Tests.Support;

/// <summary>Keys of all kinds that matter to how a map looks them up. None of the numbers is zero, which is what empty places could be taken for.</summary>
public static class KeyKinds
{
    private static readonly Dictionary<string, KeyKind> Kinds = new()
    {
        ["numbers in a row"] = new KeyKind<int>(number => number + 1) { IsComparedByPlatform = true },
        ["numbers below zero"] = new KeyKind<int>(number => -number - 1) { IsComparedByPlatform = true },
        ["numbers far apart"] = new KeyKind<int>(number => unchecked((number + 1) * 1_640_531_527)) { IsComparedByPlatform = true },
        ["numbers whose hash codes are alike"] = new KeyKind<long>(number => (number + 1L) << 32 | (number + 1L)) { IsComparedByPlatform = true },
        ["numbers whose hash codes are multiples"] = new KeyKind<int>(number => (number + 1) << 16) { IsComparedByPlatform = true },
        ["short numbers"] = new KeyKind<short>(number => (short)(number + 1)) { IsComparedByPlatform = true },
        ["large structs of the platform"] = new KeyKind<Guid>(number => new Guid(number + 1, 2, 3, new byte[8])) { IsComparedByPlatform = true },
        ["enums"] = new KeyKind<DayOfWeek>(number => (DayOfWeek)(number + 1)) { IsComparedByPlatform = true },
        ["pairs"] = new KeyKind<(int, string)>(number => (number + 1, "a")),
        ["structs of the user"] = new KeyKind<Point>(number => new Point(number + 1, number)),
        ["numbers with a comparer"] = new KeyKind<int>(number => (number * 10) + 3, new TensComparer(), number => number * 10),
        ["strings"] = new KeyKind<string>(number => $"key {number}"),
        ["strings in any case"] = new KeyKind<string>(number => $"key {number}", StringComparer.OrdinalIgnoreCase, number => $"KEY {number}"),
        ["strings with a comparer"] = new KeyKind<string>(number => $"key {number}", new Comparer()),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    public static TheoryData<string> NamesOfThoseComparedByPlatform => [.. Kinds.Where(kind => kind.Value.IsComparedByPlatform).Select(kind => kind.Key)];

    public static TheoryData<string> NamesOfOthers => [.. Kinds.Where(kind => !kind.Value.IsComparedByPlatform).Select(kind => kind.Key)];

    public static KeyKind Named(string name) => Kinds[name];

    private sealed class TensComparer : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => x / 10 == y / 10;

        public int GetHashCode(int obj) => obj / 10;
    }
}
