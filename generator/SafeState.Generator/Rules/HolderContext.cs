using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Model;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Rules;

/// <summary>What the usage rules know of the holder they look at.</summary>
internal sealed class HolderContext(INamedTypeSymbol holder, Compilation compilation, List<DiagnosticInfo> findings, CancellationToken cancellationToken)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];

    public INamedTypeSymbol Holder { get; } = holder.OriginalDefinition;

    public IReadOnlyList<IFieldSymbol> Fields { get; } = HolderSymbols.StateFields(holder.OriginalDefinition);

    /// <summary>The parts of the holder.</summary>
    public IReadOnlyList<TypeDeclarationSyntax> Declarations { get; } =
        [.. holder.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken)).OfType<TypeDeclarationSyntax>()];

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Whether code was bound, so that what was found may depend on any declaration.</summary>
    public bool HasBound { get; private set; }

    public SemanticModel ModelOf(SyntaxNode node)
    {
        HasBound = true;
        return ModelOf(node.SyntaxTree);
    }

    /// <summary>Whether a name alone means anything in a part of the holder: a type, a namespace, or a member that is declared already.</summary>
    public bool IsDeclared(string name, TypeDeclarationSyntax part) =>
        !ModelOf(part.SyntaxTree).LookupSymbols(part.OpenBraceToken.Span.End, name: name).IsEmpty;

    public SymbolInfo SymbolInfo(ExpressionSyntax expression) => ModelOf(expression).GetSymbolInfo(expression, CancellationToken);

    /// <summary>Whether <paramref name="qualifier"/> stands for the holder itself: <c>this</c> in an instance, the type's name in a static holder.</summary>
    public bool IsHolderItself(ExpressionSyntax qualifier) =>
        qualifier is ThisExpressionSyntax
        || (Holder.IsStatic && IsHolder(SymbolInfo(qualifier).Symbol));

    public bool IsHolder(ISymbol? symbol) => SymbolEqualityComparer.Default.Equals(symbol?.OriginalDefinition, Holder);

    public void Report(DiagnosticDescriptor descriptor, SyntaxNode place, params string[] arguments) =>
        findings.Add(DiagnosticInfo.Create(descriptor, LocationInfo.From(place), arguments));

    private SemanticModel ModelOf(SyntaxTree file)
    {
        if (!_models.TryGetValue(file, out var model))
        {
            _models.Add(file, model = compilation.GetSemanticModel(file));
        }

        return model;
    }
}
