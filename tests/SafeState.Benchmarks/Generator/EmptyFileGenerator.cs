using Microsoft.CodeAnalysis;

namespace SafeState.Benchmarks.Generator;

/// <summary>Writes an empty file for each holder.</summary>
internal sealed class EmptyFileGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.SyntaxProvider.ForAttributeWithMetadataName(
            typeof(SharedStateAttribute).FullName!,
            static (_, _) => true,
            static (holder, _) => $"{holder.TargetSymbol.ContainingNamespace.ToDisplayString()}.{holder.TargetSymbol.MetadataName}.g.cs"),
        static (output, name) => output.AddSource(name, ""));
}
