using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using SafeState.Generator.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SafeState.CodeFixes.Access;

/// <summary>How calls on a collection are said.</summary>
internal sealed class CallWordings(SemanticModel model, CancellationToken cancellationToken)
{
    public Wording? Of(Touch touch, MemberAccessExpressionSyntax access, InvocationExpressionSyntax call)
    {
        var kind = touch.Kind!.Value;
        if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        if (method.ReducedFrom is { } extension)
        {
            return !Interfaces.IsOf(kind, extension.Parameters[0].Type) ? null
                : method.Name == "GetValueOrDefault" ? OfGetValueOrDefault(access, call)
                : Wording.Whole(touch.Target);
        }

        var count = call.ArgumentList.Arguments.Count;
        if (kind == CollectionKind.Queue && method.Name is "Dequeue" or "Peek" && count == 0)
        {
            return OfHead(access, call, isTaken: method.Name == "Dequeue");
        }

        return Operations.IsRead(kind, method.Name, count) ? Wording.Read(touch.Target)
            : Operations.IsWrite(kind, method.Name, count) ? Wording.Write(touch.Target)
            : Operations.IsComparison(kind, method.Name, count) ? Wording.Whole(touch.Target)
            : Operations.OfMany(kind, method.Name, count) is var (many, needsStatement, ofMany) && (!needsStatement || call.IsStatement(model, cancellationToken)) && Takes(call, ofMany)
                ? new Wording(access, IsWrite: true) { Facade = Renamed(many) }
            : Operations.OfLinq(kind, method.Name, count) is var (linq, ofLinq) && Takes(call, ofLinq) && IsLinqAtHand(access, touch.Field.Type)
                ? new Wording(access, IsWrite: false) { Facade = Renamed(linq), Image = Renamed(linq) }
            : null;
    }

    /// <summary>Whether a call on keys or values would still be one if they were of an interface: an extension, or one that LINQ has too.</summary>
    public bool IsTakenAsInterface(MemberAccessExpressionSyntax access, CollectionKind kind) =>
        access.Parent is InvocationExpressionSyntax call
        && call.Expression == access
        && model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method
        && (method.ReducedFrom is { } extension
            ? Interfaces.IsOfAny(extension.Parameters[0].Type)
            : method.Name == "Contains" && IsLinqAtHand(access, method.ContainingType) && kind is CollectionKind.Dictionary or CollectionKind.SortedDictionary);

    /// <summary>A delegate of a type of its own, <c>Predicate</c>, is no <c>Func</c>; a lambda or a method becomes either.</summary>
    private bool Takes(InvocationExpressionSyntax call, bool predicate) =>
        !predicate
        || call.ArgumentList.Arguments[0].Expression is AnonymousFunctionExpressionSyntax
        || model.GetSymbolInfo(call.ArgumentList.Arguments[0].Expression, cancellationToken).Symbol is IMethodSymbol;

    private bool IsLinqAtHand(MemberAccessExpressionSyntax access, ITypeSymbol type) => model
        .LookupSymbols(access.SpanStart, type, "FirstOrDefault", includeReducedExtensionMethods: true)
        .Any(method => method.ContainingType?.ToDisplayString() == "System.Linq.Enumerable");

    private static Say Renamed(string method) => (current, state) =>
    {
        var access = (MemberAccessExpressionSyntax)current;
        return access.WithExpression(state.WithTriviaFrom(access.Expression)).WithName(IdentifierName(method).WithTriviaFrom(access.Name));
    };

    /// <summary>A queue that others use may be empty by then: what its own method does is written out, the exception included.</summary>
    private Wording OfHead(MemberAccessExpressionSyntax access, InvocationExpressionSyntax call, bool isTaken)
    {
        var found = LocalNames.Unused(call, isTaken ? "taken" : "next", LocalNames.CountBefore(access.Name, access.Name.Identifier.ValueText));
        var isStatement = call.IsStatement(model, cancellationToken);
        SyntaxNode Ask(SyntaxNode current, ExpressionSyntax state)
        {
            var exception = ObjectCreationExpression(
                Token(SyntaxKind.NewKeyword).WithTrailingTrivia(Space),
                ParseTypeName("global::System.InvalidOperationException").WithAdditionalAnnotations(Simplifier.Annotation),
                ArgumentList(SingletonSeparatedList(Argument(LiteralExpression(SyntaxKind.StringLiteralExpression, Literal("The queue is empty."))))),
                initializer: null);
            var asked = ConditionalExpression(
                state.Dot(isTaken ? "TryDequeue" : "TryPeek").Call(OutVariable(found)),
                IdentifierName(found),
                ThrowExpression(Token(SyntaxKind.ThrowKeyword).WithTrailingTrivia(Space), exception));
            return isStatement
                ? AssignmentExpression(SyntaxKind.SimpleAssignmentExpression, IdentifierName("_"), asked).WithTriviaFrom(current).WithAdditionalAnnotations(Formatter.Annotation)
                : asked.InParentheses().WithTriviaFrom(current);
        }

        return new Wording(call, IsWrite: isTaken) { Facade = Ask, View = Ask, Image = isTaken ? null : Ask };
    }

    private static ArgumentSyntax OutVariable(string name) =>
        Argument(DeclarationExpression(IdentifierName("var").WithTrailingTrivia(Space), SingleVariableDesignation(Identifier(name))))
            .WithRefKindKeyword(Token(SyntaxKind.OutKeyword).WithTrailingTrivia(Space));

    /// <summary>Views have no such extension: what it does is written out.</summary>
    private static Wording OfGetValueOrDefault(MemberAccessExpressionSyntax access, InvocationExpressionSyntax call)
    {
        SyntaxNode Rename(SyntaxNode current, ExpressionSyntax state)
        {
            var renamed = (InvocationExpressionSyntax)current;
            return renamed.WithExpression(((MemberAccessExpressionSyntax)renamed.Expression).WithExpression(state.WithTriviaFrom(access.Expression)));
        }

        var found = LocalNames.Unused(call, "value", LocalNames.CountBefore(access.Name, access.Name.Identifier.ValueText));
        return new Wording(call, IsWrite: false)
        {
            Facade = Rename,
            Image = Rename,
            View = (current, state) =>
            {
                var arguments = ((InvocationExpressionSyntax)current).ArgumentList.Arguments;
                var otherwise = arguments.Count > 1 ? arguments[1].Expression.WithoutTrivia() : LiteralExpression(SyntaxKind.DefaultLiteralExpression);
                return ConditionalExpression(state.Dot("TryGetValue").Call(arguments[0], OutVariable(found)), IdentifierName(found), otherwise)
                    .InParentheses()
                    .WithTriviaFrom(current);
            },
        };
    }
}
