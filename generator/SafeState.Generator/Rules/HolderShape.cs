using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Model;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Rules;

/// <summary>SAFE004: a holder is a partial class in partial types, not a copyable or overlapping one, and no holder's heir.</summary>
internal static class HolderShape
{
    public static void Check(INamedTypeSymbol holder, List<DiagnosticInfo> findings, CancellationToken cancellationToken)
    {
        if (FindFlaw(holder, cancellationToken) is var (flaw, wayOut))
        {
            findings.Add(DiagnosticInfo.Create(Descriptors.HolderShape, Describe.PlaceOfHolder(holder), Describe.Name(holder), flaw, wayOut));
        }
    }

    private static (string Flaw, string WayOut)? FindFlaw(INamedTypeSymbol holder, CancellationToken cancellationToken) => holder switch
    {
        { TypeKind: TypeKind.Struct } => ("a struct is copied, lock and all", "make it a 'partial class'"),
        { TypeKind: TypeKind.Interface } => ("an interface has no fields", "put [SharedState] on the class that holds the state"),
        { TypeKind: not TypeKind.Class } => ("it is not a class", "make it a 'partial class'"),
        { IsRecord: true } => ("a record is copied by 'with', and the copies would share their collections", "make it a 'partial class'"),
        _ => FindFlawInPlace(holder, cancellationToken) ?? FindFlawInFoundations(holder),
    };

    public static (string Flaw, string WayOut)? FindFlawInPlace(INamedTypeSymbol holder, CancellationToken cancellationToken)
    {
        for (var type = holder; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
            {
                return ($"'{type.Name}' is a 'file' type, which generated code in another file cannot complete", "remove 'file'");
            }

            if (!IsPartial(type, cancellationToken))
            {
                return SymbolEqualityComparer.Default.Equals(type, holder)
                    ? ("it is not partial, so that nothing can be generated into it", $"write 'partial class {type.Name}'")
                    : ($"'{type.Name}' around it is not partial", $"add 'partial' to '{type.Name}'");
            }
        }

        return null;
    }

    private static (string Flaw, string WayOut)? FindFlawInFoundations(INamedTypeSymbol holder)
    {
        for (var type = holder.BaseType; type is not null; type = type.BaseType)
        {
            if (HolderSymbols.IsHolder(type))
            {
                return ($"its base '{Describe.Name(type)}' is one, and two locks in one object guard nothing together",
                    $"give it a field of type '{Describe.Name(type)}' instead of deriving from it");
            }
        }

        return HasExplicitLayout(holder)
            ? ("its layout is explicit, so that fields may overlap the lock", "remove [StructLayout(LayoutKind.Explicit)]")
            : null;
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken) => type.DeclaringSyntaxReferences.All(
        reference => reference.GetSyntax(cancellationToken) is not TypeDeclarationSyntax declaration
            || declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static bool HasExplicitLayout(INamedTypeSymbol type) =>
        HolderSymbols.FindAttribute(type, "System.Runtime.InteropServices.StructLayoutAttribute") is { ConstructorArguments: { Length: 1 } arguments }
        && Convert.ToInt32(arguments[0].Value) == (int)LayoutKind.Explicit;
}
