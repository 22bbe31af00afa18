namespace SafeState.Tests.Support;

/// <summary>Compares texts by their characters, and can be made to fail, or to do something else on the way.</summary>
internal sealed class Comparer : IEqualityComparer<string>
{
    private readonly ThreadLocal<bool> _fails = new();

    /// <summary>What else it does whenever it is asked for a hash code.</summary>
    public Action? Hashes { get; set; }

    public bool FailsOnThisThread
    {
        get => _fails.Value;
        set => _fails.Value = value;
    }

    /// <summary>How often it can still be asked before it throws, if it is to throw.</summary>
    public int? CallsToFailure { get; set; }

    public bool Equals(string? x, string? y)
    {
        Count();
        return string.Equals(x, y, StringComparison.Ordinal);
    }

    public int GetHashCode(string obj)
    {
        Hashes?.Invoke();
        Count();
        return obj.GetHashCode(StringComparison.Ordinal);
    }

    private void Count()
    {
        if (FailsOnThisThread || (CallsToFailure is { } calls && (CallsToFailure = calls - 1) == 0))
        {
            throw new TimeoutException();
        }
    }
}
