using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SafeState.Generator.Analyzers.Programs;

namespace SafeState.Generator.Analyzers.CheckThenAct;

/// <summary>What a check has an influence on: the values made of its result, and the code that runs only because of it.</summary>
internal sealed class Influence(Access check, Body body)
{
    public Relation On(Access act)
    {
        IOperation? condition = null;
        var presence = Presence.Unknown;
        var isExact = false;
        foreach (var (candidate, holds) in ConditionsOf(act.Operation))
        {
            if (candidate.Syntax.SpanStart < act.Operation.Syntax.Span.End && Meaning(candidate, holds) is { } meaning)
            {
                isExact = condition is null && IsCheckItself(candidate);
                condition ??= candidate;
                presence = presence == Presence.Unknown ? meaning : presence;
            }
        }

        return new Relation(condition, presence, isExact, IsMadeOfCheck(act.Value) || (act.Role is Role.ChangeAt or Role.Get && IsMadeOfCheck(act.Key)));
    }

    /// <summary>Whether a value is made of what the check has found, directly or by way of local variables.</summary>
    public bool IsMadeOfCheck(IOperation? value) => value is not null && IsMadeOfCheck(value, []);

    private bool IsMadeOfCheck(IOperation value, HashSet<Assignment> asked) => value.DescendantsAndSelf().Any(part =>
        part == check.Operation || (Variable(part) is { } variable && Reaching(variable, part).Any(assignment =>
            asked.Add(assignment) && assignment.Value is { } source && IsMadeOfCheck(source, asked))));

    /// <summary>The assignments whose value a variable may still have where it is used: back to the first that is surely made.</summary>
    private IEnumerable<Assignment> Reaching(ISymbol variable, IOperation use)
    {
        foreach (var assignment in body.Assignments.Of(variable).Where(assignment => assignment.Position <= use.Syntax.SpanStart).Reverse())
        {
            yield return assignment;
            if (IsSurelyMade(assignment.Place, use))
            {
                yield break;
            }
        }
    }

    private static bool IsSurelyMade(IOperation assignment, IOperation use)
    {
        for (var parent = assignment.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IBlockOperation or IConditionalOperation or ILoopOperation)
            {
                return parent.Syntax.Span.Contains(use.Syntax.Span);
            }
        }

        return true;
    }

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { IsDeclaration: false } local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    /// <summary>The conditions under which an operation runs, from the nearest outwards, and whether each of them holds there; null for a choice among several.</summary>
    private static IEnumerable<(IOperation Condition, bool? Holds)> ConditionsOf(IOperation operation)
    {
        for (var child = operation; child.Parent is { } parent and not IAnonymousFunctionOperation and not ILocalFunctionOperation; child = parent)
        {
            switch (parent)
            {
                case IConditionalOperation choice when child != choice.Condition:
                    yield return (choice.Condition, child == choice.WhenTrue);
                    break;
                case IWhileLoopOperation { ConditionIsTop: true, Condition: { } condition } loop when child == loop.Body:
                    yield return (condition, !loop.ConditionIsUntil);
                    break;
                case IForLoopOperation { Condition: { } condition } loop when child == loop.Body:
                    yield return (condition, true);
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both when child == both.RightOperand:
                    yield return (both.LeftOperand, both.OperatorKind == BinaryOperatorKind.ConditionalAnd);
                    break;
                case ICoalesceOperation coalesce when child == coalesce.WhenNull:
                    yield return (coalesce.Value, false);
                    break;
                case ISwitchExpressionOperation choice when child != choice.Value:
                    yield return (choice.Value, null);
                    break;
                case ISwitchOperation choice when child != choice.Value:
                    yield return (choice.Value, null);
                    break;
                case IBlockOperation or ISwitchCaseOperation:
                    foreach (var exit in ExitsBefore(child, parent))
                    {
                        yield return exit;
                    }

                    break;
            }
        }
    }

    /// <summary>The statements that leave the block, before one of its statements, when their condition holds or does not.</summary>
    private static IEnumerable<(IOperation Condition, bool? Holds)> ExitsBefore(IOperation statement, IOperation block) =>
        from sibling in block.ChildOperations.TakeWhile(sibling => sibling != statement).OfType<IConditionalOperation>().Reverse()
        let leavesWhenTrue = Leaves(sibling.WhenTrue)
        where leavesWhenTrue != (sibling.WhenFalse is not null && Leaves(sibling.WhenFalse))
        select (sibling.Condition, (bool?)!leavesWhenTrue);

    private static bool Leaves(IOperation statement) => statement switch
    {
        IBlockOperation block => block.Operations.LastOrDefault() is { } last && Leaves(last),
        IReturnOperation { Kind: OperationKind.Return } or IThrowOperation or IBranchOperation => true,
        IExpressionStatementOperation { Operation: IThrowOperation } => true,
        _ => false,
    };

    private bool IsCheckItself(IOperation condition) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand } => IsCheckItself(operand),
        IParenthesizedOperation { Operand: var operand } => IsCheckItself(operand),
        _ => IsResult(condition),
    };

    /// <summary>What a condition, where it holds or does not, says of the check; null when it says nothing of it.</summary>
    private Presence? Meaning(IOperation condition, bool? holds)
    {
        if (holds is null)
        {
            return IsMadeOfCheck(condition) ? Presence.Unknown : null;
        }

        switch (condition)
        {
            case IParenthesizedOperation { Operand: var operand }:
                return Meaning(operand, holds);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand }:
                return Meaning(operand, !holds);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both:
                var parts = new[] { Meaning(both.LeftOperand, holds), Meaning(both.RightOperand, holds) };
                var isSure = both.OperatorKind == BinaryOperatorKind.ConditionalAnd == holds;
                return parts.All(part => part is null) ? null
                    : isSure ? parts.FirstOrDefault(part => part is Presence.Present or Presence.Absent) ?? Presence.Unknown
                    : Presence.Unknown;
            default:
                return IsResult(condition) && check.Role is Role.Contains or Role.TryGet or Role.GetOrDefault
                    ? holds == true ? Presence.Present : Presence.Absent
                    : IsMadeOfCheck(condition) ? Presence.Unknown : null;
        }
    }

    /// <summary>Whether an expression is the result of the check, or a variable that has got nothing else.</summary>
    private bool IsResult(IOperation condition) => condition == check.Operation
        || (condition is ILocalReferenceOperation { Local: var local } && body.Assignments.OnlyValue(local) == check.Operation && !IsOutArgument(local));

    private bool IsOutArgument(ILocalSymbol local) =>
        check.Value?.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local)) == true;
}
