using Microsoft.CodeAnalysis;

namespace SafeState.Generator.Tests.Harness;

/// <summary>A diagnostic as a test reads it: what and where (lines count from 1; 0 means no place).</summary>
internal sealed record Finding(string Id, DiagnosticSeverity Severity, string Path, int Line, string Message)
{
    public override string ToString() => $"{System.IO.Path.GetFileName(Path)}({Line}): {Severity.ToString().ToLowerInvariant()} {Id}: {Message}";
}
