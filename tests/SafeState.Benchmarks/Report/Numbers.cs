namespace SafeState.Benchmarks.Report;

internal static class Numbers
{
    /// <summary>Three digits that count.</summary>
    public static string Short(double value) => Math.Abs(value) switch
    {
        >= 99.95 => value.ToString("F0"),
        >= 9.995 => value.ToString("F1"),
        >= 0.09995 => value.ToString("F2"),
        _ => value.ToString("G2"),
    };

    public static string Exact(double value, int digits) => value.ToString($"F{digits}");
}
