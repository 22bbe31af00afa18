using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SafeState.Generator.Rules;

/// <summary>SAFE011: a facade's <c>Locked()</c> anywhere but directly in a <c>foreach</c>, which alone is sure to release the lock.</summary>
internal static class LockedEnumeration
{
    public const string Name = "Locked";

    public static void Check(IdentifierNameSyntax name, ReachContext context)
    {
        var call = name.WithReceiver();
        var result = call.Parent is InvocationExpressionSyntax invocation && invocation.Expression == call ? invocation : null;
        var hasArgument = result?.ArgumentList.Arguments.Count == 1;
        if (name.Receiver() is { } receiver
            && (hasArgument || result?.ArgumentList.Arguments.Count is null or 0)
            && (hasArgument || !(result?.Parent is CommonForEachStatementSyntax loop && loop.Expression == result && loop.AwaitKeyword() == default))
            && MayBeFacade(name, receiver, context)
            && !name.IsInNameof(context.Model, context.CancellationToken))
        {
            context.Report(
                Descriptors.StrayScope,
                name,
                (result ?? call).Quoted(),
                hasArgument ? "is given an argument, so that what it shows could outlive its lock" : "is not directly enumerated, so nothing is sure to release its lock",
                $"write 'foreach (var item in {receiver.Quoted()}.{Name}())', or use the snapshot, '{receiver.Quoted()}.Snapshot()'");
        }
    }

    private static SyntaxToken AwaitKeyword(this CommonForEachStatementSyntax loop) => loop switch
    {
        ForEachStatementSyntax simple => simple.AwaitKeyword,
        ForEachVariableStatementSyntax deconstructing => deconstructing.AwaitKeyword,
        _ => default,
    };

    private static bool MayBeFacade(IdentifierNameSyntax name, ExpressionSyntax receiver, ReachContext context)
    {
        if (receiver.Core() is SimpleNameSyntax facade
            && context.Meant(facade) is { } meaning
            && Takeover.Awaits(facade, meaning, context.Model, context.CancellationToken))
        {
            return true;
        }

        if (context.Meant(name) is { } symbol)
        {
            return RuntimeTypes.Contains(symbol.ContainingType);
        }

        if (context.Model.GetTypeInfo(receiver, context.CancellationToken).Type is { } type and not (IErrorTypeSymbol or IDynamicTypeSymbol))
        {
            return RuntimeTypes.Contains(type);
        }

        // 'hub.Clients.Locked()': nobody has declared 'Clients' yet, but whose it will be is known.
        return receiver is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax property }
            ? Reach.OfMember(property, context.Model, context.CancellationToken) != Reached.Other
            : context.Model.GetSymbolInfo(receiver, context.CancellationToken).Symbol is not INamespaceOrTypeSymbol;
    }
}
