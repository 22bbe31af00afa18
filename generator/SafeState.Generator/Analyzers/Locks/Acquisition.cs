using Microsoft.CodeAnalysis;
using SafeState.Generator.Analyzers.Programs;

namespace SafeState.Generator.Analyzers.Locks;

/// <summary>An operation that waits for a holder's lock.</summary>
/// <param name="Holder">Whose lock it is.</param>
/// <param name="Instance">Which instance, where the body shows it; null for a static holder.</param>
/// <param name="Operation">The call or the property that takes it.</param>
internal sealed record Acquisition(INamedTypeSymbol Holder, Place? Instance, IOperation Operation);
