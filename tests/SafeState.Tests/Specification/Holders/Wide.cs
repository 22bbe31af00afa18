using System.Globalization;

namespace SafeState.Tests.Holders;

/// <summary>Sixteen bytes that no processor writes at once: a reference has to be written by itself.</summary>
public readonly record struct Wide(string? Name, long Number)
{
    private static readonly string[] Names = [.. Enumerable.Range(0, 64).Select(number => number.ToString(CultureInfo.InvariantCulture))];

    /// <summary>Whether both halves were written together.</summary>
    public bool IsWhole => this == default || Name == NameOf(Number);

    public static Wide Of(long number) => new(NameOf(number), number);

    private static string NameOf(long number) => Names[number & 63];
}
