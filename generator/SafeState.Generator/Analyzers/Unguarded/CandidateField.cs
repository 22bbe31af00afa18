using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Analyzers.Unguarded;

/// <summary>A field of a supported collection type in a class that is no holder, and is declared in one place, so that all of its code can be seen.</summary>
internal sealed record CandidateField(IFieldSymbol Field, VariableDeclaratorSyntax Declarator, TypeDeclarationSyntax Type)
{
    public static IEnumerable<CandidateField> In(SemanticModel model, CancellationToken cancellationToken) =>
        from type in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>()
        where type is ClassDeclarationSyntax or RecordDeclarationSyntax
        from declaration in type.Members.OfType<FieldDeclarationSyntax>()
        where MayBeCollection(declaration.Declaration.Type) && (declaration.Modifiers.Any(SyntaxKind.StaticKeyword) || Threads.MayAppearIn(type))
        from declarator in declaration.Declaration.Variables
        let field = model.GetDeclaredSymbol(declarator, cancellationToken) as IFieldSymbol
        where field is not null
            && CollectionKinds.Find(field.Type) is not null
            && field.ContainingType.DeclaringSyntaxReferences.Length == 1
            && !HolderSymbols.IsHolder(field.ContainingType)
            && !field.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ThreadStaticAttribute")
        select new CandidateField(field, declarator, type);

    private static bool MayBeCollection(TypeSyntax type) => type switch
    {
        GenericNameSyntax { Identifier.ValueText: "Dictionary" or "SortedDictionary" or "HashSet" or "List" or "Queue" } => true,
        QualifiedNameSyntax qualified => MayBeCollection(qualified.Right),
        NullableTypeSyntax nullable => MayBeCollection(nullable.ElementType),
        _ => false,
    };
}
