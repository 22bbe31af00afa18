using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SafeState.Generator.Rules;

/// <summary>The one place where a holder's code may write a state field: a statement of its own in a constructor, as long as nobody can know the instance.</summary>
internal sealed class ConstructorAssignments(HolderContext context)
{
    private readonly FirstUses _firstUses = new(context);

    /// <summary>The assignment <c>name = …;</c> or <c>this.name = …;</c> directly in a constructor of the holder, or null.</summary>
    public AssignmentExpressionSyntax? Find(IdentifierNameSyntax name)
    {
        if (name.Receiver() is { } receiver && !context.IsHolderItself(receiver))
        {
            return null;
        }

        var target = name.WithReceiver();
        return target.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
            && assignment.Left == target
            && assignment.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax { Parent: ConstructorDeclarationSyntax }
            && IsInConstructor(name)
                ? assignment
                : null;
    }

    /// <summary>Whether the code at <paramref name="node"/> is a constructor's own: of the instance, or of the static class.</summary>
    public bool IsInConstructor(SyntaxNode node) =>
        node.EnclosingFunction() is ConstructorDeclarationSyntax constructor
        && context.ModelOf(constructor).GetDeclaredSymbol(constructor, context.CancellationToken) is { } symbol
        && symbol.IsStatic == context.Holder.IsStatic
        && context.IsHolder(symbol.ContainingType);

    /// <summary>
    /// Whether the instance may be in use before the assignment runs. The holder adopts the collection that it finds in the
    /// field at its first use, and a later assignment would be lost; a scalar would be written without the lock.
    /// </summary>
    public bool IsTooLate(AssignmentExpressionSyntax assignment)
    {
        var constructor = (ConstructorDeclarationSyntax)assignment.EnclosingFunction()!;
        return _firstUses.Of(constructor) < EndOfRun(assignment, constructor);
    }

    /// <summary>The end of the code that may have run when the assignment does: with a loop around it, the loop's.</summary>
    private static int EndOfRun(AssignmentExpressionSyntax assignment, ConstructorDeclarationSyntax constructor) =>
        constructor.Body is { } body && body.DescendantNodes().Any(node => node is GotoStatementSyntax)
            ? body.Span.End
            : assignment.AncestorsAndSelf()
                .TakeWhile(node => node != constructor)
                .LastOrDefault(node => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax)?.Span.End
                ?? assignment.Span.End;
}
