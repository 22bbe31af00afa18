namespace SafeState.Generator.Model;

/// <summary>What is known about one holder: what to generate, unless its shape rules that out, and what is wrong with it.</summary>
internal sealed record HolderResult(HolderModel? Model, EquatableArray<DiagnosticInfo> Findings);
