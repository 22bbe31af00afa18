using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.CodeFixes.Access;
using SafeState.Generator.Analyzers;
using SafeState.Generator.Rules;

namespace SafeState.CodeFixes.Common;

/// <summary>Where a project names a symbol. Other projects say so themselves, when they no longer compile.</summary>
internal static class References
{
    public static IEnumerable<SimpleNameSyntax> To(ISymbol symbol, Compilation compilation, CancellationToken cancellationToken) =>
        from tree in compilation.SyntaxTrees
        where !OwnOutput.Contains(tree)
        from name in tree.GetRoot(cancellationToken).DescendantNodes().OfType<SimpleNameSyntax>()
        where name.Identifier.ValueText == symbol.Name
            && SymbolEqualityComparer.Default.Equals(compilation.GetSemanticModel(tree).GetSymbolInfo(name, cancellationToken).Symbol?.OriginalDefinition, symbol)
            && !name.IsInNameof(compilation.GetSemanticModel(tree), cancellationToken)
        select name;

    /// <summary>Whether a name stands where something is given to it, or where its address is taken.</summary>
    public static bool IsWritten(this SimpleNameSyntax name)
    {
        var target = name.WithReceiver();
        return name.IsMemberOfInitialiser()
            || Expressions.ChangeOf(target) is not null
            || target.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or RefExpressionSyntax or ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax } };
    }
}
