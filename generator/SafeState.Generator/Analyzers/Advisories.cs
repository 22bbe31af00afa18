using Microsoft.CodeAnalysis;
using SafeState.Generator.Rules;

namespace SafeState.Generator.Analyzers;

/// <summary>
/// The diagnostics that only analyzers report: code that is safe, and yet probably not what its author wants. Unlike
/// <see cref="Descriptors"/> they can be configured and suppressed like those of any analyzer.
/// </summary>
internal static class Advisories
{
    /// <summary>0 the two steps, 1 what may change in between, 2 way out.</summary>
    public static readonly DiagnosticDescriptor CheckThenAct = Create(
        "SAFE103",
        "What was checked may have changed before it is acted on",
        "{0}, between which another thread may change '{1}': {2}");

    /// <summary>0 inner holder, 1 outer holder, 2 place, 3 place of the reverse order.</summary>
    public static readonly DiagnosticDescriptor LockOrder = Create(
        "SAFE104",
        "Holders are locked in both orders",
        "'{0}' is locked inside '{1}' in {2}, and the other way round in {3}: two threads that do both wait for each other for ever; use one order, or leave the one before entering the other",
        DiagnosticSeverity.Warning,
        WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>0 holder, 1 what keeps the outer lock. The same rule, for two instances of one holder.</summary>
    public static readonly DiagnosticDescriptor TwinLocks = Create(
        "SAFE104",
        "Holders are locked in both orders",
        "A second '{0}' is locked inside {1}, in the order that the caller gives them: two threads that give them in both orders wait for each other for ever; choose the order here, or leave the one before entering the other");

    /// <summary>0 what waits, 1 what keeps the lock, 2 holder.</summary>
    public static readonly DiagnosticDescriptor Blocking = Create(
        "SAFE105",
        "A thread waits while it keeps a holder locked",
        "{0} may wait while {1} keeps '{2}' locked, and everybody who needs it waits as well: do it before or after, with what is read under the lock");

    /// <summary>0 facade, 1 what enumerates it.</summary>
    public static readonly DiagnosticDescriptor TwoInstants = Create(
        "SAFE106",
        "State that belongs together is read at several instants",
        "'{0}' is asked for its count and enumerated afterwards by '{1}', and another thread may change it in between: use '{0}.Snapshot()'");

    /// <summary>0 holder, 1 what serialises it. The same rule, for a holder as a whole.</summary>
    public static readonly DiagnosticDescriptor SeveralInstants = Create(
        "SAFE106",
        "State that belongs together is read at several instants",
        "'{1}' reads the members of '{0}' one after the other, and another thread may change it in between: use '{0}.Snapshot()'");

    /// <summary>0 lock, 1 what is locked.</summary>
    public static readonly DiagnosticDescriptor IdleLock = Create(
        "SAFE107",
        "A lock on a holder keeps out nobody who uses it",
        "'{0}' on '{1}' keeps out nobody who uses it without that lock, because holders lock by means of their own: do the steps in a scope, 'using var state = EnterWrite();', or lock an object that is for nothing else");

    /// <summary>0 field, 1 why several threads can reach it, 2 class.</summary>
    public static readonly DiagnosticDescriptor UnguardedMap = Create(
        "SAFE201",
        "Several threads can reach a collection that nothing guards",
        "'{0}' {1}: make '{2}' a holder of shared state, or guard every use of the field",
        DiagnosticSeverity.Info);

    /// <summary>All of the above, in the order of their ids.</summary>
    public static readonly IReadOnlyList<DiagnosticDescriptor> All = [CheckThenAct, LockOrder, Blocking, TwoInstants, IdleLock, UnguardedMap];

    private static DiagnosticDescriptor Create(
        string id,
        string title,
        string message,
        DiagnosticSeverity severity = DiagnosticSeverity.Warning,
        params string[] tags) => new(
        id,
        title,
        message,
        Descriptors.Category,
        severity,
        isEnabledByDefault: true,
        helpLinkUri: $"https://github.com/safestate/safestate/blob/main/docs/rules/{id}.md",
        customTags: tags);
}
