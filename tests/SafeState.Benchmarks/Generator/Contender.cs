using Microsoft.CodeAnalysis;

namespace SafeState.Benchmarks.Generator;

/// <summary>A generator, and the programs it is measured with: one annotated type per file.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="Create">Makes the generator.</param>
/// <param name="Role">Who it is in the comparison.</param>
/// <param name="Source">The file of the type of this number; the second argument is new after each edit inside the type, and changes what has to be generated.</param>
internal sealed record Contender(string Name, ContenderRole Role, Func<ISourceGenerator> Create, Func<int, int, string> Source);
