using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SafeState.Generator.Parsing;

/// <summary>A file before and after an edit.</summary>
/// <remarks>
/// The compiler decides what is the same (<see cref="SyntaxTree.IsEquivalentTo(SyntaxTree, bool)"/>). Two things it takes for equal make
/// fields that no declaration shows, and count as different here: parameters of primary constructors, and <c>field</c> in accessors.
/// </remarks>
internal sealed record FileEdit(SyntaxTree Before, SyntaxTree After)
{
    public bool IsOfOneFile => Before.FilePath == After.FilePath && Before.Options.Equals(After.Options);

    public bool ChangesNoDeclaration =>
        After.IsEquivalentTo(Before, topLevel: true)
        && !MayHideFields(Before.GetRoot())
        && !MayHideFields(After.GetRoot());

    /// <summary>Whether what stands in bodies may make a field: of a parameter that is captured, or of a property that says <c>field</c>.</summary>
    private static bool MayHideFields(SyntaxNode root) => root
        .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
        .Any(node => node is TypeDeclarationSyntax { ParameterList: not null } and not RecordDeclarationSyntax
            || (node is PropertyDeclarationSyntax && node.DescendantTokens().Any(token => token.ValueText == "field")));
}
