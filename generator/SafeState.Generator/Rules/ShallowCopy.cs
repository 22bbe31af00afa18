using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Rules;

/// <summary>SAFE001: <c>MemberwiseClone()</c> on a holder, whose copy would share the collections and not the lock; or on a node, whose copy would be in the same place.</summary>
internal static class ShallowCopy
{
    public static void Check(IdentifierNameSyntax name, ReachContext context)
    {
        if (context.Model.GetSymbolInfo(name, context.CancellationToken).Symbol is null or IMethodSymbol { ContainingType.SpecialType: SpecialType.System_Object }
            && FindOwner(name, context) is { } owner
            && !name.IsLabel()
            && !name.IsInNameof(context.Model, context.CancellationToken))
        {
            context.Report(
                Descriptors.BehindTheBack,
                name,
                $"{nameof(MemberwiseClone)}()",
                $"would copy '{owner.Name}' into a second object with the same collections{(HolderSymbols.IsNode(owner) ? "" : " and a lock of its own")}",
                HolderSymbols.IsNode(owner)
                    ? "make the copy of a snapshot, with its 'ToNode()'"
                    : "copy the state instead, with 'Snapshot()', or with a facade's 'DeepCopy()'");
        }
    }

    private static INamedTypeSymbol? FindOwner(IdentifierNameSyntax name, ReachContext context)
    {
        if (name.Receiver() is { } receiver and not BaseExpressionSyntax
            && Reach.Of(receiver, context.Model, context.CancellationToken) != Reached.Unknown)
        {
            return HolderOrNode(context.Model.GetTypeInfo(receiver, context.CancellationToken).Type);
        }

        // The method is protected: what it is called on must be of the type around the call, whatever is not known of it yet.
        for (var type = context.Model.GetEnclosingSymbol(name.SpanStart, context.CancellationToken)?.ContainingType; type is not null; type = type.ContainingType)
        {
            if (HolderOrNode(type) is { } owner)
            {
                return owner;
            }

            if (name.Receiver() is null or BaseExpressionSyntax)
            {
                return null;
            }
        }

        return null;
    }

    private static INamedTypeSymbol? HolderOrNode(ITypeSymbol? type) =>
        Reach.FindHolder(type) ?? (type is INamedTypeSymbol named && HolderSymbols.IsNode(named) ? named : null);
}
