using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SafeState.Generator.Analyzers.Programs;

/// <summary>Every place in a body where a local variable or a parameter gets a value, in the order of the text.</summary>
internal sealed class Assignments
{
    private readonly Dictionary<ISymbol, List<Assignment>> _byVariable = new(SymbolEqualityComparer.Default);

    public Assignments(IOperation root)
    {
        foreach (var operation in root.Descendants())
        {
            Collect(operation);
        }
    }

    /// <summary>The assignments of a variable; the value a parameter comes with is not among them.</summary>
    public IReadOnlyList<Assignment> Of(ISymbol variable) => _byVariable.TryGetValue(variable, out var found) ? found : [];

    /// <summary>The assignment that the text puts last before a position, or null.</summary>
    public Assignment? LastBefore(ISymbol variable, int position) => Of(variable).LastOrDefault(assignment => assignment.Position < position);

    /// <summary>Whether a variable gets a value in the text between two positions.</summary>
    public bool HaveOneBetween(ISymbol variable, int start, int end) =>
        Of(variable).Any(assignment => assignment.Position > start && assignment.Position < end);

    /// <summary>The value of a local variable that has one only, given where it is declared; otherwise null.</summary>
    public IOperation? OnlyValue(ILocalSymbol local) => Of(local) is { Count: 1 } all && all[0] is { Declares: true, Value: var value } ? value : null;

    private void Collect(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Initializer: { } initialiser } declarator:
                Add(declarator.Symbol, new Assignment(initialiser.Value, declarator, Declares: true));
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                AddTargets(deconstruction.Target, deconstruction.Value, deconstruction);
                break;
            case IAssignmentOperation assignment:
                AddTargets(assignment.Target, assignment is ISimpleAssignmentOperation ? assignment.Value : assignment, assignment);
                break;
            case IIncrementOrDecrementOperation increment:
                AddTargets(increment.Target, increment, increment);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref, Parent: { } call } argument:
                AddTargets(argument.Value, call, argument);
                break;
            case IForEachLoopOperation loop:
                AddTargets(loop.LoopControlVariable, loop.Collection, loop.LoopControlVariable);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } symbol }:
                Add(symbol, new Assignment(MatchedBy(operation), operation, Declares: true));
                break;
            case IRecursivePatternOperation { DeclaredSymbol: { } symbol }:
                Add(symbol, new Assignment(MatchedBy(operation), operation, Declares: true));
                break;
        }
    }

    private void AddTargets(IOperation target, IOperation value, IOperation place)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                Add(local.Local, new Assignment(value, place, local.IsDeclaration));
                break;
            case IParameterReferenceOperation parameter:
                Add(parameter.Parameter, new Assignment(value, place, Declares: false));
                break;
            case IVariableDeclaratorOperation declarator:
                Add(declarator.Symbol, new Assignment(value, place, Declares: false));
                break;
            case ITupleOperation or IDeclarationExpressionOperation:
                foreach (var part in target.ChildOperations)
                {
                    AddTargets(part, value, place);
                }

                break;
        }
    }

    private void Add(ISymbol variable, Assignment assignment)
    {
        if (!_byVariable.TryGetValue(variable, out var list))
        {
            _byVariable.Add(variable, list = []);
        }

        list.Add(assignment);
    }

    private static IOperation? MatchedBy(IOperation pattern)
    {
        for (var parent = pattern.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IIsPatternOperation match:
                    return match.Value;
                case ISwitchExpressionOperation choice:
                    return choice.Value;
                case ISwitchOperation choice:
                    return choice.Value;
            }
        }

        return null;
    }
}
