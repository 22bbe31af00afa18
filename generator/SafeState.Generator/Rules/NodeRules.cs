using Microsoft.CodeAnalysis;
using SafeState.Generator.Model;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Rules;

/// <summary>Judges how a node is declared: what a holder's fields may be, a node's may be too.</summary>
internal static class NodeRules
{
    /// <returns>The types of values that were judged, with those inside them.</returns>
    public static IReadOnlyCollection<ITypeSymbol> Check(INamedTypeSymbol node, Compilation compilation, List<DiagnosticInfo> findings, CancellationToken cancellationToken)
    {
        if (FindFlaw(node, cancellationToken) is var (flaw, wayOut))
        {
            findings.Add(DiagnosticInfo.Create(Descriptors.NodeShape, Describe.PlaceOfHolder(node), Describe.Name(node), flaw, wayOut));
        }

        HolderPlatform.Check(node, compilation, findings, cancellationToken);
        HolderMembers.Check(node, compilation, findings, cancellationToken);
        var judged = HolderFields.Check(node, compilation, findings, cancellationToken);
        HolderNames.Check(node, findings);
        HolderAttributes.CheckFields(node, findings);
        return judged;
    }

    /// <summary>Whether code can be generated in spite of what <see cref="Check"/> found.</summary>
    public static bool CanGenerate(IReadOnlyList<DiagnosticInfo> findings) =>
        !findings.Any(finding => finding.Descriptor == Descriptors.NodeShape || finding.Descriptor == Descriptors.PlatformFloor);

    private static (string Flaw, string WayOut)? FindFlaw(INamedTypeSymbol node, CancellationToken cancellationToken) => node switch
    {
        _ when HolderSymbols.IsHolder(node) => ("it is a holder too, with a lock of its own", "keep one of [SharedState] and [StateNode]"),
        { TypeKind: not TypeKind.Class } or { IsRecord: true } => ("it is not a class that is no record", "make it a 'sealed partial class'"),
        { IsStatic: true } => ("it is static", "make it a 'sealed partial class'"),
        { IsSealed: false } => ("a class derived from it could have fields that nobody guards", $"write 'sealed partial class {node.Name}'"),
        { BaseType.SpecialType: not SpecialType.System_Object } =>
            ($"its base '{Describe.Name(node.BaseType!)}' may have fields that nobody guards", $"give it a field of type '{Describe.Name(node.BaseType!)}' instead of deriving from it"),
        _ => HolderShape.FindFlawInPlace(node, cancellationToken),
    };
}
