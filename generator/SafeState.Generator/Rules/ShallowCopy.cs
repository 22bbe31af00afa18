using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SafeState.Generator.Rules;

/// <summary>SAFE001: <c>MemberwiseClone()</c> on a holder, whose copy would share the collections and not the lock.</summary>
internal static class ShallowCopy
{
    public static void Check(IdentifierNameSyntax name, ReachContext context)
    {
        if (context.Model.GetSymbolInfo(name, context.CancellationToken).Symbol is null or IMethodSymbol { ContainingType.SpecialType: SpecialType.System_Object }
            && FindHolder(name, context) is { } holder
            && !name.IsLabel()
            && !name.IsInNameof(context.Model, context.CancellationToken))
        {
            context.Report(
                Descriptors.BehindTheBack,
                name,
                $"{nameof(MemberwiseClone)}()",
                $"would copy '{holder.Name}' into a second object with the same collections and a lock of its own",
                "copy the state instead, with 'Snapshot()', or with a facade's 'DeepCopy()'");
        }
    }

    private static INamedTypeSymbol? FindHolder(IdentifierNameSyntax name, ReachContext context)
    {
        if (name.Receiver() is { } receiver and not BaseExpressionSyntax
            && Reach.Of(receiver, context.Model, context.CancellationToken) != Reached.Unknown)
        {
            return Reach.FindHolder(context.Model.GetTypeInfo(receiver, context.CancellationToken).Type);
        }

        // The method is protected: what it is called on must be of the type around the call, whatever is not known of it yet.
        for (var type = context.Model.GetEnclosingSymbol(name.SpanStart, context.CancellationToken)?.ContainingType; type is not null; type = type.ContainingType)
        {
            if (Reach.FindHolder(type) is { } holder)
            {
                return holder;
            }

            if (name.Receiver() is null or BaseExpressionSyntax)
            {
                return null;
            }
        }

        return null;
    }
}
