namespace SafeState.Tests.Support;

/// <summary>A key of the user's, which counts how often it is asked.</summary>
public readonly record struct Point(int X, int Y)
{
    private static int _asked;

    public static int Asked => Volatile.Read(ref _asked);

    public override int GetHashCode()
    {
        Interlocked.Increment(ref _asked);
        return X;
    }
}
