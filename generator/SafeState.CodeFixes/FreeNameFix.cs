using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.CodeFixes.Access;
using SafeState.CodeFixes.Common;
using SafeState.Generator.Analyzers;
using SafeState.Generator.Parsing;
using SafeState.Generator.Rules;

namespace SafeState.CodeFixes;

/// <summary>
/// SAFE007: a generated name becomes free. A property that only hands out a state field goes; a field with the name of its property
/// gets another; what else has the name keeps it, and the generated property is called otherwise.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class FreeNameFix : RemedyProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Descriptors.NameCollision.Id);

    private protected override IEnumerable<Remedy> Find(Finding finding)
    {
        if (finding.Token.Parent is not VariableDeclaratorSyntax declarator || finding.Model.GetDeclaredSymbol(declarator, finding.CancellationToken) is not IFieldSymbol field)
        {
            yield break;
        }

        var name = HolderMembers.FieldName(field);
        if (field.Name == GeneratedNames.Property(field) && field.ContainingType.GetMembers(name).IsEmpty)
        {
            yield return new Remedy("rename", $"Rename it '{name}'", edits => RenameAsync(field, declarator, name, finding.Model.Compilation, edits));
        }
        else if (FindProperty(field) is { } property
            && property.DeclaringSyntaxReferences[0].GetSyntax(finding.CancellationToken) is PropertyDeclarationSyntax { AttributeLists.Count: 0 } declaration
            && Value(declaration) is { } value
            && SymbolEqualityComparer.Default.Equals(finding.Model.Compilation.GetSemanticModel(value.SyntaxTree).GetSymbolInfo(AtomicallyRead(value), finding.CancellationToken).Symbol, field))
        {
            yield return new Remedy("remove", $"Remove '{property.Name}', which is generated", async edits =>
            {
                if (edits.IsFirst(declaration, "remove") && await edits.OfAsync(declaration).ConfigureAwait(false) is { } editor)
                {
                    editor.RemoveNode(declaration, SyntaxRemoveOptions.KeepUnbalancedDirectives);
                }
            });
        }
        else if (declarator.Parent?.Parent is FieldDeclarationSyntax { Declaration.Variables.Count: 1 } fieldDeclaration
            && StateOptions.Of(field).Name is null
            && !field.ContainingType.GetMembers(GeneratedNames.Property(field)).IsEmpty
            && $"{GeneratedNames.Property(field)}State" is var other
            && field.ContainingType.GetMembers(other).IsEmpty)
        {
            yield return new Remedy("name", $"Name the generated property '{other}'", edits =>
                edits.ReplaceAsync(fieldDeclaration, current => current.WithStateArgument("Name", $"\"{other}\""), "name"));
        }
    }

    private static async Task RenameAsync(IFieldSymbol field, VariableDeclaratorSyntax declarator, string name, Compilation compilation, Edits edits)
    {
        await edits.ReplaceAsync(declarator, current => current.WithIdentifier(SyntaxFactory.Identifier(name).WithTriviaFrom(current.Identifier)), "rename").ConfigureAwait(false);
        foreach (var use in References.To(field, compilation, edits.CancellationToken))
        {
            await edits.ReplaceAsync(use, current => SyntaxFactory.IdentifierName(name).WithTriviaFrom(current), "rename").ConfigureAwait(false);
        }
    }

    /// <summary>
    /// The generated property is public, has no setter, and its type is the field's or a facade: what was anything else would be
    /// another thing afterwards.
    /// </summary>
    private static IPropertySymbol? FindProperty(IFieldSymbol field) => field.ContainingType
        .GetMembers(GeneratedNames.Property(field))
        .OfType<IPropertySymbol>()
        .FirstOrDefault(property => property is { DeclaredAccessibility: Accessibility.Public, SetMethod: null, IsVirtual: false, IsOverride: false, IsAbstract: false }
            && !property.DeclaringSyntaxReferences.Any(reference => OwnOutput.Contains(reference.SyntaxTree))
            && (CollectionKinds.Find(field.Type) is { } kind
                ? Interfaces.IsOf(kind, property.Type) && !ImplementsInterface(property)
                : SymbolEqualityComparer.IncludeNullability.Equals(property.Type, field.Type)));

    private static bool ImplementsInterface(IPropertySymbol property) => property.ContainingType.AllInterfaces
        .SelectMany(type => type.GetMembers(property.Name))
        .Any(member => SymbolEqualityComparer.Default.Equals(property.ContainingType.FindImplementationForInterfaceMember(member), property));

    /// <summary>What the property gives, with or without a lock.</summary>
    private static ExpressionSyntax? Value(PropertyDeclarationSyntax property) => property.ExpressionBody?.Expression ?? (property.AccessorList?.Accessors[0]) switch
    {
        { ExpressionBody.Expression: var value } => value,
        { Body: { } body } => Value(body),
        _ => null,
    };

    /// <summary>What <c>Interlocked.Read</c> and <c>Volatile.Read</c> read, as the generated getter does.</summary>
    private static ExpressionSyntax AtomicallyRead(ExpressionSyntax value) =>
        value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Read" }, ArgumentList.Arguments: { Count: 1 } arguments } && arguments[0].RefKindKeyword.IsKind(SyntaxKind.RefKeyword)
            ? arguments[0].Expression
            : value;

    private static ExpressionSyntax? Value(StatementSyntax statement) => statement switch
    {
        BlockSyntax { Statements.Count: 1 } block => Value(block.Statements[0]),
        LockStatementSyntax { Statement: var inner } => Value(inner),
        ReturnStatementSyntax { Expression: var value } => value,
        _ => null,
    };
}
