using Microsoft.CodeAnalysis.CodeFixes;

namespace SafeState.CodeFixes.Tests;

/// <summary>The usual test of a fix: what it makes of a program is the expected text, and that compiles with the generator.</summary>
internal static class FixTest
{
    /// <summary>Applies the remedy of <paramref name="key"/> to the first finding; what comes out must be without any error or warning.</summary>
    public static async Task AssertAsync(CodeFixProvider fix, string before, string after, string? key = null, GeneratorOptions? options = null) =>
        AssertFixed(after, await FixHarness.ApplyAsync(fix, before, key, options), options);

    /// <summary>Applies the remedy of <paramref name="key"/> to all findings at once; what comes out must be without any error or warning.</summary>
    public static async Task AssertAllAsync(CodeFixProvider fix, string before, string after, string key, GeneratorOptions? options = null) =>
        AssertFixed(after, await FixHarness.ApplyAllAsync(fix, before, key, options), options);

    /// <summary>There is a finding, and nothing is offered for it.</summary>
    public static async Task AssertNothingOfferedAsync(CodeFixProvider fix, string source, GeneratorOptions? options = null) =>
        Assert.Empty(await FixHarness.OffersAsync(fix, source, options));

    private static void AssertFixed(string expected, string actual, GeneratorOptions? options)
    {
        Assert.Equal(expected, actual);
        GeneratorHarness.RunClean(actual, options);
    }
}
