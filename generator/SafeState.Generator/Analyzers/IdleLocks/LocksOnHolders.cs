using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SafeState.Generator.Analyzers.Programs;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Analyzers.IdleLocks;

/// <summary>Finds locks of the platform on holders and facades. These lock by other means, so whoever uses them is not kept out.</summary>
internal static class LocksOnHolders
{
    /// <summary>What is locked, each with the lock: a <c>lock</c> statement or a call of <see cref="Monitor"/>.</summary>
    public static IEnumerable<(SyntaxNode Locked, string Lock)> Find(Body body)
    {
        foreach (var operation in body.Root.Descendants())
        {
            switch (operation)
            {
                case ILockOperation statement when IsOfHolder(statement.LockedValue):
                    yield return (statement.LockedValue.Syntax, "lock");
                    break;
                case IInvocationOperation { TargetMethod.Name: "Enter" or "TryEnter" } call
                    when IsMonitor(call.TargetMethod.ContainingType) && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0) is { } argument && IsOfHolder(argument.Value):
                    yield return (argument.Value.Syntax, $"Monitor.{call.TargetMethod.Name}");
                    break;
            }
        }
    }

    private static bool IsMonitor(INamedTypeSymbol type) => type.Name == nameof(Monitor) && type.ContainingNamespace.Is("System.Threading");

    private static bool IsOfHolder(IOperation value)
    {
        while (value is IConversionOperation { Operand: var operand })
        {
            value = operand;
        }

        return LibraryTypes.FacadeFamily(value.Type) is not null || (value.Type is INamedTypeSymbol type && HolderSymbols.IsHolder(type.OriginalDefinition));
    }
}
