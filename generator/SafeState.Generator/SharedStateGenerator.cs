using Microsoft.CodeAnalysis;

namespace SafeState.Generator;

[Generator(LanguageNames.CSharp)]
public sealed class SharedStateGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
    }
}
