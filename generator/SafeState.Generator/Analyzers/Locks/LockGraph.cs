using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SafeState.Generator.Analyzers.Programs;

namespace SafeState.Generator.Analyzers.Locks;

/// <summary>Which holders are locked inside which others, in the whole program; bodies may be added by several threads.</summary>
internal sealed class LockGraph
{
    private readonly ConcurrentBag<Nesting> _nestings = [];
    private readonly ConcurrentBag<(INamedTypeSymbol Outer, IMethodSymbol Called, Location Place)> _callsUnderLock = [];
    private readonly ConcurrentDictionary<IMethodSymbol, LockUse> _uses = new(SymbolEqualityComparer.Default);

    public void Add(Body body)
    {
        if (body.Function is { } function)
        {
            AddUse(function, body.Root.ChildOperations, body);
        }

        foreach (var local in body.Root.Descendants().OfType<ILocalFunctionOperation>())
        {
            AddUse(local.Symbol, local.ChildOperations, body);
        }

        foreach (var region in HeldRegions.Find(body))
        {
            AddRegion(region, body);
        }
    }

    /// <summary>
    /// The places where two holders are locked in an order of which the program has the reverse too, each with one place of the
    /// reverse. Of the two orders it is the rarer one that has to be turned round.
    /// </summary>
    public IEnumerable<(Nesting Nesting, Nesting Reverse)> FindInversions()
    {
        var orders = All()
            .GroupBy(nesting => (nesting.Outer, nesting.Inner), new PairComparer())
            .ToDictionary(order => order.Key, order => order.OrderBy(nesting => nesting.Place.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(nesting => nesting.Place.SourceSpan.Start).ToArray(), new PairComparer());
        foreach (var order in orders)
        {
            if (orders.TryGetValue((order.Key.Inner, order.Key.Outer), out var reverse) && IsRarer(order.Value, reverse))
            {
                foreach (var nesting in order.Value)
                {
                    yield return (nesting, reverse[0]);
                }
            }
        }
    }

    private IEnumerable<Nesting> All() => _nestings.Concat(
        from call in _callsUnderLock
        from taken in TakenBy(call.Called)
        where !SymbolEqualityComparer.Default.Equals(taken, call.Outer)
        select new Nesting(call.Outer, taken, call.Place));

    private static bool IsRarer(Nesting[] order, Nesting[] reverse)
    {
        var difference = order.Length - reverse.Length;
        if (difference == 0)
        {
            difference = string.CompareOrdinal(reverse[0].Place.SourceTree!.FilePath, order[0].Place.SourceTree!.FilePath);
        }

        return difference == 0 ? order[0].Place.SourceSpan.Start > reverse[0].Place.SourceSpan.Start : difference < 0;
    }

    private void AddRegion(HeldRegion region, Body body)
    {
        var outer = region.Holder.OriginalDefinition;
        foreach (var operation in region.Operations)
        {
            if (Acquisitions.Of(operation, body) is { } taken)
            {
                if (!SymbolEqualityComparer.Default.Equals(taken.Holder, outer))
                {
                    _nestings.Add(new Nesting(outer, taken.Holder, operation.Syntax.GetLocation()));
                }
            }
            else if (SurelyCalled(operation) is { } called)
            {
                _callsUnderLock.Add((outer, called, operation.Syntax.GetLocation()));
            }
        }
    }

    private void AddUse(IMethodSymbol function, IEnumerable<IOperation> code, Body body)
    {
        var use = new LockUse();
        foreach (var operation in code.SelectMany(RunningNow.Of))
        {
            if (Acquisitions.Of(operation, body) is { } taken)
            {
                use.Taken.Add(taken.Holder);
            }
            else if (SurelyCalled(operation) is { } called)
            {
                use.Calls.Add(called);
            }
        }

        _uses[function.OriginalDefinition] = use;
    }

    /// <summary>The function that a call leads to whatever the object is; null where an override could be called instead.</summary>
    private static IMethodSymbol? SurelyCalled(IOperation operation)
    {
        var called = operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            IPropertyReferenceOperation { Property: var property } reference => reference.Parent is ISimpleAssignmentOperation write && write.Target == reference ? property.SetMethod : property.GetMethod,
            _ => null,
        };
        return called is { IsAbstract: false } && (!(called.IsVirtual || called.IsOverride) || called.ContainingType.IsSealed) && !called.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty
            ? called.OriginalDefinition
            : null;
    }

    private HashSet<INamedTypeSymbol> TakenBy(IMethodSymbol function)
    {
        var taken = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default) { function };
        var open = new Stack<IMethodSymbol>(seen);
        while (open.Count > 0)
        {
            if (_uses.TryGetValue(open.Pop(), out var use))
            {
                taken.UnionWith(use.Taken);
                foreach (var called in use.Calls.Where(seen.Add))
                {
                    open.Push(called);
                }
            }
        }

        return taken;
    }

    private sealed class PairComparer : IEqualityComparer<(INamedTypeSymbol Outer, INamedTypeSymbol Inner)>
    {
        public bool Equals((INamedTypeSymbol Outer, INamedTypeSymbol Inner) left, (INamedTypeSymbol Outer, INamedTypeSymbol Inner) right) =>
            SymbolEqualityComparer.Default.Equals(left.Outer, right.Outer) && SymbolEqualityComparer.Default.Equals(left.Inner, right.Inner);

        public int GetHashCode((INamedTypeSymbol Outer, INamedTypeSymbol Inner) pair) =>
            (SymbolEqualityComparer.Default.GetHashCode(pair.Outer) * 31) ^ SymbolEqualityComparer.Default.GetHashCode(pair.Inner);
    }
}
