using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using SafeState.CodeFixes.Common;
using SafeState.Generator.Parsing;
using SafeState.Generator.Rules;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SafeState.CodeFixes;

/// <summary>SAFE002: state becomes a private field; others find the generated property where the field or property was.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MakePrivateFix : RemedyProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Descriptors.StateNotPrivate.Id);

    private protected override IEnumerable<Remedy> Find(Finding finding)
    {
        var symbol = finding.Token.Parent switch
        {
            VariableDeclaratorSyntax declarator => finding.Model.GetDeclaredSymbol(declarator, finding.CancellationToken),
            PropertyDeclarationSyntax property => finding.Model.GetDeclaredSymbol(property, finding.CancellationToken),
            _ => null,
        };
        if (symbol is not (IFieldSymbol or IPropertySymbol) || Target(symbol) is not var (field, generated))
        {
            yield break;
        }

        var references = References.To(symbol, finding.Model.Compilation, finding.CancellationToken).ToArray();
        var isOurs = references.ToLookup(name => IsInHolder(name, symbol.ContainingType, finding));
        // The generated property has no setter: who wrote it from outside needs a method of the holder, which only its author can name.
        if (isOurs[false].Any(name => name.IsWritten()))
        {
            yield break;
        }

        yield return new Remedy("private", $"Make it the private field '{field}'", async edits =>
        {
            await DeclareAsync(finding.Token.Parent!, symbol, field, isOurs[true], edits).ConfigureAwait(false);
            foreach (var name in references)
            {
                var renamed = isOurs[true].Contains(name) ? field : generated;
                await edits.ReplaceAsync(name, current => IdentifierName(renamed).WithTriviaFrom(current)).ConfigureAwait(false);
            }
        });
    }

    /// <summary>The names of the field and of the property that is generated for it; null if one is taken, or if the member has a meaning that a field has not.</summary>
    private static (string Field, string Generated)? Target(ISymbol member)
    {
        var name = HolderMembers.FieldName(member);
        var generated = member is IFieldSymbol given && StateOptions.Of(given).Name is { } chosen ? chosen : Pascal(name);
        var isFree = new[] { name, generated }.All(one => member.ContainingType.GetMembers(one).All(other =>
            SymbolEqualityComparer.Default.Equals(other, member) || other.DeclaringSyntaxReferences.All(reference => Generator.Analyzers.OwnOutput.Contains(reference.SyntaxTree))));
        return isFree && (member is IFieldSymbol || member is IPropertySymbol property && IsPlain(property)) ? (name, generated) : null;
    }

    private static string Pascal(string field) => char.ToUpperInvariant(field[1]) + field.Substring(2);

    /// <summary>A property that others override, implement, initialise or annotate is more than a value.</summary>
    private static bool IsPlain(IPropertySymbol property) =>
        property is { IsVirtual: false, IsOverride: false, IsAbstract: false, IsRequired: false, SetMethod: null or { IsInitOnly: false }, ExplicitInterfaceImplementations.IsEmpty: true }
        && property.GetAttributes().IsEmpty
        && !(CollectionKinds.Find(property.Type) is not null && property.NullableAnnotation == NullableAnnotation.Annotated)
        && property.DeclaringSyntaxReferences[0].GetSyntax() is PropertyDeclarationSyntax { ExpressionBody: null, AccessorList.Accessors: var accessors }
        && accessors.All(accessor => accessor is { Body: null, ExpressionBody: null })
        && !property.ContainingType.AllInterfaces.SelectMany(type => type.GetMembers(property.Name)).Any(member =>
            SymbolEqualityComparer.Default.Equals(property.ContainingType.FindImplementationForInterfaceMember(member), property));

    private static bool IsInHolder(SyntaxNode node, INamedTypeSymbol holder, Finding finding) => node.Ancestors()
        .OfType<TypeDeclarationSyntax>()
        .Any(type => SymbolEqualityComparer.Default.Equals(finding.Model.Compilation.GetSemanticModel(type.SyntaxTree).GetDeclaredSymbol(type, finding.CancellationToken), holder));

    private static async Task DeclareAsync(SyntaxNode declaration, ISymbol symbol, string field, IEnumerable<SimpleNameSyntax> references, Edits edits)
    {
        if (declaration is VariableDeclaratorSyntax declarator)
        {
            await edits.ReplaceAsync(declarator, current => current.WithIdentifier(Identifier(field).WithTriviaFrom(current.Identifier))).ConfigureAwait(false);
            await edits.ReplaceAsync((FieldDeclarationSyntax)declarator.Parent!.Parent!, WithPrivate, "private").ConfigureAwait(false);
            return;
        }

        var property = (IPropertySymbol)symbol;
        var isGivenInConstructor = references.Any(name => name.IsWritten() && name.EnclosingFunction() is ConstructorDeclarationSyntax);
        await edits.ReplaceAsync((PropertyDeclarationSyntax)declaration, current => ToField(current, property, field, isGivenInConstructor), "private").ConfigureAwait(false);
    }

    private static FieldDeclarationSyntax WithPrivate(FieldDeclarationSyntax field)
    {
        var leading = field.GetLeadingTrivia();
        var bare = field.WithLeadingTrivia();
        return bare.WithModifiers(bare.Modifiers.Private()).WithLeadingTrivia(leading);
    }

    /// <summary>A collection that the property would have been without, is there from the beginning.</summary>
    private static FieldDeclarationSyntax ToField(PropertyDeclarationSyntax declaration, IPropertySymbol property, string field, bool isGivenInConstructor)
    {
        var isCollection = CollectionKinds.Find(property.Type) is not null;
        var modifiers = declaration.Modifiers.Private();
        if (isCollection && property.SetMethod is null)
        {
            modifiers = modifiers.Add(Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(Space));
        }

        var value = declaration.Initializer
            ?? (isCollection && !isGivenInConstructor
                ? EqualsValueClause(ImplicitObjectCreationExpression()).WithEqualsToken(Token(SyntaxKind.EqualsToken).WithLeadingTrivia(Space).WithTrailingTrivia(Space))
                : null);
        var variable = VariableDeclarator(Identifier(field), argumentList: null, value?.WithTrailingTrivia());
        if (value is not null)
        {
            variable = variable.WithIdentifier(variable.Identifier.WithTrailingTrivia(Space)).WithInitializer(value.WithLeadingTrivia().WithTrailingTrivia());
        }

        return FieldDeclaration(VariableDeclaration(declaration.Type.WithTrailingTrivia(Space), SingletonSeparatedList(variable)))
            .WithModifiers(modifiers)
            .WithTriviaFrom(declaration)
            .WithAdditionalAnnotations(Formatter.Annotation);
    }
}
