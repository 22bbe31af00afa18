using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.CodeFixes.Access;
using SafeState.CodeFixes.Common;
using SafeState.Generator.Model;
using SafeState.Generator.Parsing;
using SafeState.Generator.Rules;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SafeState.CodeFixes;

/// <summary>SAFE003: a collection that somebody else may hold is copied, with its comparer.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class CopyCollectionFix : RemedyProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Descriptors.ForeignCollection.Id);

    private protected override IEnumerable<Remedy> Find(Finding finding)
    {
        var value = finding.Node as ExpressionSyntax ?? (finding.Node as ArgumentSyntax)?.Expression;
        if (value is null
            || finding.Model.GetTypeInfo(value, finding.CancellationToken).ConvertedType is not INamedTypeSymbol type
            || CollectionKinds.Find(type) is not { } kind)
        {
            yield break;
        }

        if (value.Core().IsKind(SyntaxKind.NullLiteralExpression) || value is PostfixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax })
        {
            yield return new Remedy("copy", "Give it a collection of its own", edits => edits.ReplaceAsync(value, current => New().WithTriviaFrom(current)));
        }
        else if (IsCopied(value, type))
        {
            var name = value.WithoutTrivia();
            var copy = kind is CollectionKind.List or CollectionKind.Queue ? New(name) : New(name, name.Dot("Comparer"));
            yield return new Remedy("copy", $"Copy '{name}'", edits => edits.ReplaceAsync(value, current => copy.WithTriviaFrom(current)));
        }
    }

    /// <summary>
    /// A value that is computed is not computed twice for the sake of its comparer; and of a collection of collections a copy
    /// would still hold those of somebody else.
    /// </summary>
    private static bool IsCopied(ExpressionSyntax value, INamedTypeSymbol type) =>
        value.IsRepeatable() && !type.TypeArguments.Any(HolderSymbols.IsCollection);

    private static ImplicitObjectCreationExpressionSyntax New(params ExpressionSyntax[] arguments) => ImplicitObjectCreationExpression(
        ArgumentList(SeparatedList(arguments.Select(Argument), Enumerable.Repeat(Token(SyntaxKind.CommaToken).WithTrailingTrivia(Space), Math.Max(0, arguments.Length - 1)))),
        initializer: null);
}
