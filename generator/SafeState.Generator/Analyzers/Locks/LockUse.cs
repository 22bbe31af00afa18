using Microsoft.CodeAnalysis;

namespace SafeState.Generator.Analyzers.Locks;

/// <summary>What one function does about locks.</summary>
/// <param name="Taken">The holders whose lock it takes.</param>
/// <param name="Calls">The functions of the program that it surely calls.</param>
internal sealed record LockUse(HashSet<INamedTypeSymbol> Taken, HashSet<IMethodSymbol> Calls)
{
    public LockUse()
        : this(new(SymbolEqualityComparer.Default), new(SymbolEqualityComparer.Default))
    {
    }
}
