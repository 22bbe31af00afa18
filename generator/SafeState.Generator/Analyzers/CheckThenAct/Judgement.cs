using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SafeState.Generator.Analyzers.Programs;

namespace SafeState.Generator.Analyzers.CheckThenAct;

/// <summary>Whether a check and an act of the same state belong together, and what would do both at once.</summary>
internal static class Judgement
{
    public static Remedy? Of(Access check, Access act, Relation relation) => (check.Role, act.Role) switch
    {
        (Role.Get, Role.Set) when check.Family is null => relation.Exists ? Remedy.Scope : null,
        (Role.Count, Role.Add or Role.TryAdd or Role.Set or Role.Grow) => relation.Condition is not null ? Remedy.Scope : null,
        (Role.Count, Role.Get) when act.Family == Family.List => OfIndex(relation),
        (Role.Count, Role.ChangeAt) => relation.Exists ? Remedy.Scope : null,
        (Role.Count, Role.Take) => relation.Condition is not null && IsDiscarded(act) ? Remedy.TryDequeue : null,
        (Role.Find, Role.Get) => relation.IsData ? Remedy.Scope : null,
        (Role.Find, Role.ChangeAt) => relation.IsData ? OfFound(act) : null,
        (Role.TryGet, Role.Take) => relation.Exists || AreNeighbours(check, act) ? Remedy.Scope : null,
        (Role.Contains or Role.TryGet, Role.Add or Role.Set) => OfWrite(check, act, relation),
        (Role.TryGet, Role.TryAdd) when act.Family == Family.Map => relation.Presence == Presence.Absent && IsDiscarded(act) && IsOutVariable(check, act.Value) ? Remedy.GetOrAdd : null,
        (Role.Contains, Role.TryAdd) when act.Family == Family.Set => relation.Presence == Presence.Absent && IsDiscarded(act) && !IsAllThatDepends(act) ? Remedy.Add : null,
        (Role.Contains or Role.TryGet, Role.Get) when act.Family == Family.Map => relation.Presence == Presence.Present ? Remedy.TryGetValue : null,
        (Role.Contains, Role.Remove) => relation.Presence == Presence.Present && IsDiscarded(act) && !IsAllThatDepends(act) ? Remedy.Remove : null,
        (Role.TryGet or Role.Get or Role.GetOrDefault, Role.Remove) when IsDiscarded(act) && relation.Presence != Presence.Absent =>
            relation.Condition is not null ? ExactOr(relation, Remedy.Remove) : AreNeighbours(check, act) ? Remedy.Remove : null,
        (Role.Get, Role.Set or Role.ChangeAt) => relation.IsData ? Remedy.Update : relation.Condition is not null ? Remedy.Scope : null,
        (Role.GetOrDefault, Role.Add or Role.Set) => relation.IsData ? Remedy.AddOrUpdate
            : relation.Condition is null ? null
            : relation.Presence == Presence.Absent ? Remedy.GetOrAdd : Remedy.Scope,
        (Role.TryGet, Role.ChangeAt) => relation.Exists ? Remedy.Update : null,
        _ => null,
    };

    /// <summary>Whether the pair is about one key or element, which both have to name; a count concerns them all.</summary>
    public static bool NeedsSameKey(Access check, Access act) =>
        check.Role is not (Role.Count or Role.Find) && act.Role is not Role.Take && check.Family is not null;

    private static Remedy? OfWrite(Access check, Access act, Relation relation)
    {
        if (act.Family != Family.Map)
        {
            return relation.Presence == Presence.Absent ? Remedy.Scope : null;
        }

        if (relation.IsData && act.Role == Role.Set)
        {
            return relation is { Presence: Presence.Present, IsExact: true } ? Remedy.Update : Remedy.AddOrUpdate;
        }

        return (relation.Condition, relation.Presence) switch
        {
            (null, _) => null,
            (_, Presence.Absent) => ExactOr(relation, check.Role == Role.TryGet ? Remedy.GetOrAdd : Remedy.TryAdd),
            (_, Presence.Present) => act.Role == Role.Set ? ExactOr(relation, Remedy.Update) : null,
            _ => Remedy.Scope,
        };
    }

    private static Remedy ExactOr(Relation relation, Remedy remedy) => relation.IsExact ? remedy : Remedy.Scope;

    private static Remedy? OfIndex(Relation relation) =>
        !relation.Exists ? null
        : relation.IsData ? Remedy.Scope // TryGet would be given an index that has come from the count all the same.
        : relation.Condition?.Parent is IForLoopOperation ? Remedy.ForEach
        : Remedy.TryGet;

    private static Remedy OfFound(Access act) => act.Operation is IInvocationOperation { TargetMethod.Name: "RemoveAt" } ? Remedy.Remove : Remedy.Scope;

    private static bool IsDiscarded(Access act) =>
        act.Operation.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };

    /// <summary>
    /// Whether the act is the only thing that the check decides. When it does nothing the second time, as removing does, nothing
    /// can go wrong then.
    /// </summary>
    private static bool IsAllThatDepends(Access act)
    {
        var statement = act.Operation.Parent;
        var inner = statement?.Parent is IBlockOperation { Operations.Length: 1 } block ? block : statement;
        if (inner?.Parent is IConditionalOperation { WhenFalse: null })
        {
            return true;
        }

        // 'if (!set.Contains(x)) return; set.Remove(x);' at the end of a method that returns nothing.
        return statement?.Parent is IBlockOperation { Parent: IMethodBodyBaseOperation } outer
            && outer.Operations.Length == 2
            && outer.Operations[1] == statement
            && outer.Operations[0] is IConditionalOperation { WhenFalse: null, WhenTrue: var exit }
            && (exit is IReturnOperation || exit is IBlockOperation { Operations.Length: 1 });
    }

    private static bool AreNeighbours(Access check, Access act) => Statement(check.Operation) is { Parent: IBlockOperation block } && Statement(act.Operation)?.Parent == block;

    private static IOperation? Statement(IOperation operation)
    {
        for (var child = operation; child.Parent is { } parent; child = parent)
        {
            switch (parent)
            {
                case IBlockOperation:
                    return child;
                case IConditionalOperation or ILoopOperation or IAnonymousFunctionOperation:
                    return null;
            }
        }

        return null;
    }

    private static bool IsOutVariable(Access check, IOperation? value)
    {
        var stored = value is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : value;
        return stored is ILocalReferenceOperation local
            && check.Value?.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local.Local)) == true;
    }
}
