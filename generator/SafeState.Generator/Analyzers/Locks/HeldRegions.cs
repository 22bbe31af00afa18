using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SafeState.Generator.Analyzers.Programs;
using SafeState.Generator.Model;
using SafeState.Generator.Parsing;
using SafeState.Generator.Rules;

namespace SafeState.Generator.Analyzers.Locks;

/// <summary>
/// Finds the code of a body that runs while a holder is locked: scopes, loops over <c>Locked()</c>, and the delegates of members that
/// call them under the lock. What a holder with <c>CopyOnWrite</c> reads is not among it, because that takes no lock.
/// </summary>
internal static class HeldRegions
{
    public static IEnumerable<HeldRegion> Find(Body body) => body.Root.Descendants().SelectMany(operation => operation switch
    {
        IVariableDeclaratorOperation declarator => OfScope(declarator, body),
        IForEachLoopOperation loop => OfLoop(loop, body),
        IInvocationOperation call => OfDelegates(call, body),
        _ => [],
    });

    public static bool ReadsWithoutLock(INamedTypeSymbol holder) => HolderOptions.Of(holder).Strategy == Strategy.CopyOnWrite;

    private static IEnumerable<HeldRegion> OfScope(IVariableDeclaratorOperation declarator, Body body)
    {
        if (declarator.Initializer?.Value is IInvocationOperation entry
            && LibraryTypes.HolderOfEntry(entry.TargetMethod) is { } holder
            && !(entry.TargetMethod.ReturnType.Name == GeneratedNames.ReadScope && ReadsWithoutLock(holder)))
        {
            var isTimed = entry.TargetMethod.Name is GeneratedNames.TryEnterRead or GeneratedNames.TryEnterWrite;
            yield return new HeldRegion(
                holder,
                Place.Of(entry.Instance, body),
                $"the scope '{declarator.Symbol.Name}'",
                entry,
                Extent(declarator),
                isTimed ? declarator.Syntax as VariableDeclaratorSyntax : null);
        }
    }

    private static IReadOnlyList<IOperation> Extent(IOperation declarator)
    {
        for (var child = declarator; child.Parent is { } parent; child = parent)
        {
            switch (parent)
            {
                case IUsingOperation resource:
                    return [resource.Body];
                case IBlockOperation or ISwitchCaseOperation:
                    return [.. parent.ChildOperations.SkipWhile(sibling => sibling != child).Skip(1)];
            }
        }

        return [];
    }

    private static IEnumerable<HeldRegion> OfLoop(IForEachLoopOperation loop, Body body)
    {
        if (Core(loop.Collection) is IInvocationOperation { TargetMethod.Name: LockedEnumeration.Name } locked
            && LibraryTypes.HolderOfFacade(locked.Instance?.Type) is { } holder
            && !ReadsWithoutLock(holder))
        {
            yield return new HeldRegion(holder, InstanceOf(locked.Instance, body), $"the loop over '{locked.Syntax.Quoted()}'", locked, [loop.Body], Timed: null);
        }
    }

    private static IEnumerable<HeldRegion> OfDelegates(IInvocationOperation call, Body body)
    {
        if (call.TargetMethod.Name is not ("Update" or "AddOrUpdate" or "AddOrUpdateIn" or "RemoveWhere") || LibraryTypes.HolderOfFacade(call.Instance?.Type) is not { } holder)
        {
            yield break;
        }

        foreach (var argument in call.Arguments)
        {
            if (Core(argument.Value) is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda })
            {
                var member = (call.Syntax as InvocationExpressionSyntax)?.Expression ?? call.Syntax;
                yield return new HeldRegion(holder, InstanceOf(call.Instance, body), $"'{member.Quoted()}', which calls its delegate under the lock,", call, [lambda.Body], Timed: null);
            }
        }
    }

    /// <summary>The holder that a facade is reached through, where it is reached through one.</summary>
    public static Place? InstanceOf(IOperation? facade, Body body) => Core(facade) switch
    {
        IPropertyReferenceOperation { Instance: { } instance } => Place.Of(instance, body),
        ILocalReferenceOperation { Local: var local } when body.Assignments.OnlyValue(local) is { } value => InstanceOf(value, body),
        _ => null,
    };

    /// <summary>The operation without conversions and parentheses around it.</summary>
    public static IOperation? Core(IOperation? operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation)
        {
            operation = operation.ChildOperations.First();
        }

        return operation;
    }
}
