using Microsoft.CodeAnalysis;
using SafeState.Generator.Model;

namespace SafeState.Generator.Rules;

/// <summary>Judges how a holder is declared: SAFE002 and SAFE004 to SAFE010. Looks at symbols; bodies are bound only where a name matches.</summary>
internal static class HolderRules
{
    /// <returns>The types of values that were judged, with those inside them.</returns>
    public static IReadOnlyCollection<ITypeSymbol> Check(INamedTypeSymbol holder, Compilation compilation, List<DiagnosticInfo> findings, CancellationToken cancellationToken)
    {
        HolderShape.Check(holder, findings, cancellationToken);
        HolderPlatform.Check(holder, compilation, findings, cancellationToken);
        HolderMembers.Check(holder, compilation, findings, cancellationToken);
        var judged = HolderFields.Check(holder, compilation, findings, cancellationToken);
        HolderNames.Check(holder, findings);
        HolderAttributes.Check(holder, findings);
        return judged;
    }

    /// <summary>
    /// Whether code can be generated in spite of what <see cref="Check"/> found. Only a shape or a platform that has no room for
    /// the generated part rules it out; any other finding concerns one member.
    /// </summary>
    public static bool CanGenerate(IReadOnlyList<DiagnosticInfo> findings) =>
        !findings.Any(finding => finding.Descriptor == Descriptors.HolderShape || finding.Descriptor == Descriptors.PlatformFloor);
}
