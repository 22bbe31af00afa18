using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Analyzers.Programs;

/// <summary>A program that may use holders, and the code in it that does. Several analyzers share one, so that each file is searched and bound once.</summary>
internal sealed class HolderProgram
{
    private static readonly ConditionalWeakTable<Compilation, HolderProgram> Programs = new();

    private readonly ConditionalWeakTable<SemanticModel, IReadOnlyList<Body>> _bodies = new();
    private readonly Lazy<HashSet<string>> _names;

    private HolderProgram(Compilation compilation) =>
        _names = new Lazy<HashSet<string>>(() => HolderVocabulary.Of(compilation, CancellationToken.None));

    /// <summary>The program, or null when it does not reference the library.</summary>
    public static HolderProgram? Of(Compilation compilation) => compilation.GetTypeByMetadataName(HolderSymbols.SharedStateAttribute) is null
        ? null
        : Programs.GetValue(compilation, static key => new HolderProgram(key));

    /// <summary>The code of a file that says a name which leads to a holder.</summary>
    public IReadOnlyList<Body> BodiesOf(SemanticModel model, CancellationToken cancellationToken)
    {
        if (_bodies.TryGetValue(model, out var known))
        {
            return known;
        }

        var bodies = new List<Body>();
        foreach (var node in Executable(model.SyntaxTree.GetRoot(cancellationToken)).Where(SaysAName))
        {
            if (model.GetOperation(node, cancellationToken) is { } operation)
            {
                bodies.Add(new Body(operation, FunctionOf(node, model, cancellationToken)));
            }
        }

        return _bodies.GetValue(model, _ => bodies);
    }

    private bool SaysAName(SyntaxNode node) => node
        .DescendantTokens(child => child is not MemberDeclarationSyntax || child == node || child is GlobalStatementSyntax)
        .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && _names.Value.Contains(token.ValueText));

    private static IMethodSymbol? FunctionOf(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) => node is ArrowExpressionClauseSyntax
        ? (model.GetDeclaredSymbol(node.Parent!, cancellationToken) as IPropertySymbol)?.GetMethod
        : model.GetDeclaredSymbol(node, cancellationToken) as IMethodSymbol;

    private static IEnumerable<SyntaxNode> Executable(SyntaxNode root) => root
        .DescendantNodesAndSelf(node => node is CompilationUnitSyntax || !IsExecutable(node))
        .Where(IsExecutable);

    private static bool IsExecutable(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax => true,
        ArrowExpressionClauseSyntax arrow => arrow.Parent is BasePropertyDeclarationSyntax,
        EqualsValueClauseSyntax value => value.Parent is PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax },
        CompilationUnitSyntax unit => unit.Members.Any(SyntaxKind.GlobalStatement),
        _ => false,
    };
}
