using Microsoft.CodeAnalysis;
using SafeState.Generator.Model;

namespace SafeState.Generator.Rules;

/// <summary>
/// What a holder's own code may do with its state. State fields are private, so that code is all there is to look at: every
/// part of the holder with the types nested in it.
/// </summary>
internal static class UsageRules
{
    /// <summary>A node has no lock that its own code could take: there is only its raw state to keep away from, and what it is given.</summary>
    /// <returns>Whether code had to be bound.</returns>
    public static bool CheckNode(INamedTypeSymbol node, Compilation compilation, List<DiagnosticInfo> findings, CancellationToken cancellationToken)
    {
        var context = new HolderContext(node, compilation, findings, cancellationToken);
        var access = new DirectAccess(context);
        foreach (var declaration in context.Declarations)
        {
            access.Check(declaration);
        }

        foreach (var field in context.Fields)
        {
            ForeignCollection.CheckInitialiser(field, context);
        }

        return context.HasBound;
    }

    /// <returns>Whether code had to be bound.</returns>
    public static bool CheckHolder(INamedTypeSymbol holder, Compilation compilation, List<DiagnosticInfo> findings, CancellationToken cancellationToken)
    {
        var context = new HolderContext(holder, compilation, findings, cancellationToken);
        var access = new DirectAccess(context);
        var reentry = new ReentrantUse(context);
        var hidden = new HiddenMeaning(context);
        foreach (var declaration in context.Declarations)
        {
            access.Check(declaration);
            reentry.Check(declaration);
            hidden.Check(declaration);
        }

        foreach (var field in context.Fields)
        {
            ForeignCollection.CheckInitialiser(field, context);
        }

        return context.HasBound;
    }
}
