using SafeState.Generator.Model;
using SafeState.Generator.Rules;

namespace SafeState.Generator.Parsing;

/// <summary>Makes an error of anything unexpected, so that it cannot pass unseen.</summary>
internal static class Failures
{
    public static DiagnosticInfo Describe(string subject, LocationInfo? location, Exception exception) =>
        DiagnosticInfo.Create(Descriptors.GeneratorFailed, location, subject, OnOneLine(exception));

    // Messages end at the first line break in most places that show them.
    private static string OnOneLine(Exception exception) =>
        string.Join(" ", exception.ToString().Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim()));
}
