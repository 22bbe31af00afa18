using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SafeState.Generator.Analyzers.IdleLocks;
using SafeState.Generator.Analyzers.Programs;
using SafeState.Generator.Rules;

namespace SafeState.Generator.Analyzers;

/// <summary>SAFE107: a holder or a facade is locked by means of the platform, which keep out nobody who uses it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IdleLockAnalyzer : BodyAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Advisories.IdleLock);

    private protected override void Judge(Body body, Action<Diagnostic> report)
    {
        foreach (var (locked, by) in LocksOnHolders.Find(body))
        {
            report(Diagnostic.Create(Advisories.IdleLock, locked.GetLocation(), by, locked.Quoted()));
        }
    }
}
