using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.CodeFixes.Access;
using SafeState.CodeFixes.Common;
using SafeState.Generator.Parsing;
using SafeState.Generator.Rules;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SafeState.CodeFixes;

/// <summary>SAFE011: a scope is held by a <c>using</c> local.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class HoldScopeFix : RemedyProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Descriptors.StrayScope.Id);

    private protected override IEnumerable<Remedy> Find(Finding finding)
    {
        if (finding.Token.Parent is not IdentifierNameSyntax name
            || !ScopeEntry.Names.Contains(name.Identifier.ValueText)
            || name.WithReceiver().Parent is not InvocationExpressionSyntax call)
        {
            return [];
        }

        return call.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax local } } variable } => AddUsing(local, variable),
            MemberAccessExpressionSyntax access when access.Expression == call && name.Identifier.ValueText is GeneratedNames.EnterRead or GeneratedNames.EnterWrite => MakeLocal(call, finding),
            _ => [],
        };
    }

    /// <summary>Where the local is closed by hand, <c>using</c> would close it again, at another place; so only its author can move it.</summary>
    private static IEnumerable<Remedy> AddUsing(LocalDeclarationStatementSyntax local, VariableDeclaratorSyntax variable)
    {
        var isClosed = local.Parent!.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(access =>
            access.Name.Identifier.ValueText == "Dispose" && access.Expression is IdentifierNameSyntax scope && scope.Identifier.ValueText == variable.Identifier.ValueText);
        if (!isClosed && local.Parent is BlockSyntax or GlobalStatementSyntax)
        {
            yield return new Remedy("using", $"Hold '{variable.Identifier.ValueText}' with 'using'", edits => edits.ReplaceAsync(local, current => current
                .WithoutLeadingTrivia()
                .WithUsingKeyword(Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(Space))
                .WithLeadingTrivia(current.GetLeadingTrivia())));
        }
    }

    /// <summary>Two scopes in one expression would be one inside the other, which throws, or which may wait for each other for ever.</summary>
    private static IEnumerable<Remedy> MakeLocal(InvocationExpressionSyntax call, Finding finding)
    {
        var place = call.FirstAncestorOrSelf<SyntaxNode>(node => node is StatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax);
        var isOnly = place is not null && place.DescendantNodes().OfType<IdentifierNameSyntax>().Count(name => ScopeEntry.Names.Contains(name.Identifier.ValueText)) == 1;
        if (isOnly && ExtentFinder.Around([call], finding.Model, finding.CancellationToken) is { } extent
            && !extent.Code.Any(code => code.DescendantNodesAndSelf().Any(node => node is AwaitExpressionSyntax or YieldStatementSyntax)))
        {
            var opening = new Opening(LocalNames.Unused(call, "state"), call.WithoutTrivia());
            yield return new Remedy("using", "Hold the scope with a 'using' local", async edits =>
            {
                await edits.ReplaceAsync(call, current => IdentifierName(opening.Local).WithTriviaFrom(current)).ConfigureAwait(false);
                await edits.ReplaceAsync(extent.Node, current => extent.Wrap(current, opening), "using").ConfigureAwait(false);
            });
        }
    }
}
