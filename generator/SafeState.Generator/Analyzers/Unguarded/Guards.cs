using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Rules;

namespace SafeState.Generator.Analyzers.Unguarded;

/// <summary>Whether a lock is held where some code runs. In doubt it is: what takes a lock in ways of its own is left alone.</summary>
internal static class Guards
{
    private static readonly HashSet<string> Taking =
    [
        "Enter", "TryEnter", "EnterScope", "EnterReadLock", "EnterWriteLock", "EnterUpgradeableReadLock", "TryEnterReadLock", "TryEnterWriteLock", "AcquireReaderLock", "AcquireWriterLock",
        "Wait", "WaitAsync", "WaitOne", "Lock", "LockAsync", "ReaderLock", "WriterLock", "ReaderLockAsync", "WriterLockAsync", "Acquire", "AcquireAsync", "EnterRead", "EnterWrite",
    ];

    public static bool IsGuarded(SyntaxNode node, MemberDeclarationSyntax member, TypeDeclarationSyntax type) => IsGuarded(node, member, type, []);

    // A function that is asked about again, because functions call each other, is guarded unless another call of it is not.
    private static bool IsGuarded(SyntaxNode node, MemberDeclarationSyntax member, TypeDeclarationSyntax type, HashSet<SyntaxNode> asked)
    {
        for (var ancestor = node.Parent; ancestor is not null && ancestor != member; ancestor = ancestor.Parent)
        {
            switch (ancestor)
            {
                case LockStatementSyntax:
                    return true;
                case AnonymousFunctionExpressionSyntax:
                    return TakesLockBefore(ancestor, node);
                case LocalFunctionStatementSyntax local:
                    return TakesLockBefore(ancestor, node) || !asked.Add(local) || IsCalledGuarded(local.Identifier.ValueText, type, asked);
            }
        }

        return TakesLockBefore(member, node)
            || IsSynchronized(member)
            || (member is MethodDeclarationSyntax method && IsPrivate(method) && (!asked.Add(method) || IsCalledGuarded(method.Identifier.ValueText, type, asked)));
    }

    private static bool IsPrivate(MethodDeclarationSyntax method) => !method.Modifiers.Any(modifier =>
        modifier.IsKind(SyntaxKind.PublicKeyword) || modifier.IsKind(SyntaxKind.InternalKeyword) || modifier.IsKind(SyntaxKind.ProtectedKeyword) || modifier.IsKind(SyntaxKind.OverrideKeyword));

    private static bool TakesLockBefore(SyntaxNode function, SyntaxNode node) => function.DescendantNodes()
        .TakeWhile(inner => inner.SpanStart < node.SpanStart)
        .OfType<InvocationExpressionSyntax>()
        .Any(call => call.Expression.Core() is SimpleNameSyntax name && Taking.Contains(name.Identifier.ValueText));

    private static bool IsSynchronized(MemberDeclarationSyntax member) =>
        member.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.ToString().Contains("Synchronized"));

    /// <summary>Whether a function that only the type itself can call is called under a lock, or during construction, wherever it is called.</summary>
    private static bool IsCalledGuarded(string function, TypeDeclarationSyntax type, HashSet<SyntaxNode> asked)
    {
        var calls = IdentifierIndex.Find(type, function).ToArray();
        return calls.Length > 0 && calls.All(call =>
            call.WithReceiver().Parent is InvocationExpressionSyntax
            && call.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } caller
            && (caller is ConstructorDeclarationSyntax or FieldDeclarationSyntax || IsGuarded(call, caller, type, asked)));
    }
}
