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

    private static INamedTypeSymbol? FindHolder(IdentifierNameSyntax name, ReachContext context) => Reach.FindHolder(
        name.Receiver() is { } receiver and not BaseExpressionSyntax
            ? context.Model.GetTypeInfo(receiver, context.CancellationToken).Type
            : context.Model.GetEnclosingSymbol(name.SpanStart, context.CancellationToken)?.ContainingType);
}
