using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SafeState.Generator.Analyzers.Programs;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Analyzers.CheckThenAct;

/// <summary>Finds the checks in a body that something depends on which another thread may have made wrong by then.</summary>
internal sealed class PairFinder(Body body)
{
    private readonly List<Access> _accesses = AccessFinder.Find(body);
    private readonly HashSet<Access> _claimed = [];

    public IEnumerable<Pair> Find()
    {
        foreach (var access in _accesses.Where(access => access.IsCompound && access.Scope is null && IsShared(access)))
        {
            _claimed.Add(access);
            yield return new Pair(access, [access], access.Operation is ICoalesceAssignmentOperation ? Remedy.GetOrAdd : Remedy.Update);
        }

        foreach (var check in _accesses.Where(access => access.IsCheck && IsShared(access)))
        {
            var influence = new Influence(check, body);
            var acts = _accesses
                .Where(act => !_claimed.Contains(act) && AreTwoSteps(check, act))
                .Select(act => (Act: act, Relation: influence.On(act)))
                .Select(related => (related.Act, related.Relation, Remedy: Judgement.Of(check, related.Act, related.Relation)))
                .Where(judged => judged.Remedy is not null)
                .ToArray();
            if (acts.Length > 0)
            {
                _claimed.UnionWith(acts.Select(judged => judged.Act));
                yield return new Pair(check, [.. acts.Select(judged => judged.Act)], Together(acts.Select(judged => (judged.Act, judged.Relation, judged.Remedy!.Value)).ToArray()));
            }
        }
    }

    /// <summary>One call for all that depends on the check: writing in both branches is adding or updating; a write outweighs a read.</summary>
    private static Remedy Together((Access Act, Relation Relation, Remedy Remedy)[] acts)
    {
        var writes = acts.Where(act => act.Act.Role is not Role.Get).ToArray();
        var isAddOrUpdate = writes.Any(write => write.Relation.Presence == Presence.Absent) && writes.Any(write => write.Relation.Presence == Presence.Present);
        return acts.Any(act => act.Act.Scope is not null) ? Remedy.Scope
            : isAddOrUpdate ? (writes.All(write => write.Act.Role is Role.Add or Role.Set) ? Remedy.AddOrUpdate : Remedy.Scope)
            : writes.Length > 0 ? writes[0].Remedy
            : acts[0].Remedy;
    }

    private bool AreTwoSteps(Access check, Access act) =>
        !act.IsCompound
        && check != act
        && act.Position > check.Position - (act.Operation.Syntax.Span.Contains(check.Operation.Syntax.Span) ? 1 : 0)
        && (check.Scope is null || !SymbolEqualityComparer.Default.Equals(check.Scope, act.Scope))
        && check.Place.Equals(act.Place)
        && body.RegionOf(check.Operation) == body.RegionOf(act.Operation)
        && check.Place.IsStable(body.Assignments, check.Position, act.Position)
        && (!Judgement.NeedsSameKey(check, act) || IsSameKey(check, act))
        && !IsCheckedAgain(act)
        && !AreUnderOneLock(check.Operation, act.Operation);

    private bool IsSameKey(Access check, Access act) => SameValue.Of(check.Key, act.Key) && !check.Key!.DescendantsAndSelf().Any(part => part switch
    {
        ILocalReferenceOperation local => body.Assignments.HaveOneBetween(local.Local, check.Position, act.Operation.Syntax.SpanStart),
        IParameterReferenceOperation parameter => body.Assignments.HaveOneBetween(parameter.Parameter, check.Position, act.Operation.Syntax.SpanStart),
        _ => false,
    });

    /// <summary>Whether the scope of an act asks for itself, which is the point of a scope.</summary>
    private bool IsCheckedAgain(Access act) => act.Scope is not null && _accesses.Any(other =>
        other.IsCheck
        && other.Position < act.Position
        && SymbolEqualityComparer.Default.Equals(other.Scope, act.Scope)
        && other.Place.Equals(act.Place));

    /// <summary>Whether other threads can be there: not while the holder is being constructed, nor before the method that made it gives it away.</summary>
    private bool IsShared(Access check)
    {
        var region = body.RegionOf(check.Operation);
        return check.Place.Root switch
        {
            ILocalSymbol local => !(body.Assignments.OnlyValue(local) is IObjectCreationOperation creation && body.RegionOf(creation) == region),
            INamedTypeSymbol type => !(region is IConstructorBodyOperation && HolderSymbols.IsHolder(type)),
            _ => true,
        };
    }

    private static bool AreUnderOneLock(IOperation check, IOperation act)
    {
        for (var parent = act.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is ILockOperation && parent.Syntax.Span.Contains(check.Syntax.Span))
            {
                return true;
            }
        }

        return false;
    }
}
