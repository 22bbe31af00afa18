using System.Globalization;

namespace SafeState.Benchmarks.Report;

internal static class Numbers
{
    /// <summary>Three digits that count.</summary>
    public static string Short(double value) => Math.Abs(value) switch
    {
        >= 99.95 => value.ToString("F0", CultureInfo.InvariantCulture),
        >= 9.995 => value.ToString("F1", CultureInfo.InvariantCulture),
        >= 0.09995 => value.ToString("F2", CultureInfo.InvariantCulture),
        _ => value.ToString("G2", CultureInfo.InvariantCulture),
    };

    public static string Exact(double value, int digits) => value.ToString($"F{digits}", CultureInfo.InvariantCulture);
}
