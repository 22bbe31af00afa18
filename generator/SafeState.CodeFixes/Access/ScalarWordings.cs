using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SafeState.CodeFixes.Access;

/// <summary>How uses of a scalar are said: reads with the getter, writes in a scope.</summary>
internal sealed class ScalarWordings(SemanticModel model, CancellationToken cancellationToken)
{
    public Wording? Of(Touch touch)
    {
        var target = touch.Target;
        if (Expressions.ChangeOf(target) is { } || IsTakenApart(target))
        {
            return InScope(target);
        }

        return target.Parent switch
        {
            ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument => OfAtomic(argument),
            // What 'ref' hands out is the raw variable; a generated property has no address.
            RefExpressionSyntax => null,
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression } => null,
            // A property gives a copy of a struct: a member that changes it would change the copy.
            MemberAccessExpressionSyntax access when access.Expression == target && MayChange(touch.Field.Type, access) => null,
            _ => Wording.Read(target),
        };
    }

    private static Wording InScope(ExpressionSyntax target) => new(target, IsWrite: true) { View = Wording.Rename };

    /// <summary>Whether the target is a part of <c>(a, b) = …</c>.</summary>
    private static bool IsTakenApart(ExpressionSyntax target)
    {
        var tuple = target;
        while (tuple.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax outer })
        {
            tuple = outer;
        }

        return tuple != target && tuple.Parent is AssignmentExpressionSyntax assignment && assignment.Left == tuple;
    }

    /// <summary><c>Interlocked</c> and <c>Volatile</c> did by hand what the scope and the getter do.</summary>
    private Wording? OfAtomic(ArgumentSyntax argument)
    {
        if (argument.Parent?.Parent is not InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } call
            || arguments[0] != argument
            || model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol { ContainingType: { Name: "Interlocked" or "Volatile" } type } method
            || type.ContainingNamespace.ToDisplayString() != "System.Threading")
        {
            return null;
        }

        return (method.Name, arguments.Count) switch
        {
            ("Read", 1) => Wording.Read(call),
            ("Increment", 1) => Change(call, (_, state) => PrefixUnaryExpression(SyntaxKind.PreIncrementExpression, state)),
            ("Decrement", 1) => Change(call, (_, state) => PrefixUnaryExpression(SyntaxKind.PreDecrementExpression, state)),
            ("Add", 2) => Change(call, (value, state) => AssignmentExpression(SyntaxKind.AddAssignmentExpression, state, value!)),
            ("Write", 2) => Change(call, (value, state) => AssignmentExpression(SyntaxKind.SimpleAssignmentExpression, state, value!)),
            ("Exchange", 2) when call.IsStatement(model, cancellationToken) =>
                Change(call, (value, state) => AssignmentExpression(SyntaxKind.SimpleAssignmentExpression, state, value!)),
            _ => null,
        };
    }

    private Wording Change(InvocationExpressionSyntax call, Func<ExpressionSyntax?, ExpressionSyntax, ExpressionSyntax> change)
    {
        var isStatement = call.IsStatement(model, cancellationToken);
        return new Wording(call, IsWrite: true)
        {
            View = (current, state) =>
            {
                var changed = change(((InvocationExpressionSyntax)current).ArgumentList.Arguments.ElementAtOrDefault(1)?.Expression.WithoutTrivia(), state.WithoutTrivia());
                return (isStatement ? changed : changed.InParentheses()).WithTriviaFrom(current);
            },
        };
    }

    private bool MayChange(ITypeSymbol type, MemberAccessExpressionSyntax access)
    {
        if (!type.IsValueType || type.IsReadOnly || type.TypeKind == TypeKind.Enum)
        {
            return false;
        }

        var member = model.GetSymbolInfo(access.Name, cancellationToken).Symbol;
        return member is not IFieldSymbol
            ? member is not (IMethodSymbol { IsReadOnly: true } or IPropertySymbol { GetMethod.IsReadOnly: true } or IMethodSymbol { ReducedFrom: not null })
            : Expressions.ChangeOf(access) is not null || access.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax };
    }
}
