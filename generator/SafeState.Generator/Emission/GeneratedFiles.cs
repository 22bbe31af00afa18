using SafeState.Generator.Model;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Emission;

/// <summary>Makes the file of a holder.</summary>
internal static class GeneratedFiles
{
    public static GeneratedFile Create((HolderModel Holder, EquatableArray<string> Clashes) input, CancellationToken cancellationToken)
    {
        var holder = input.Holder;
        cancellationToken.ThrowIfCancellationRequested();
        var hintName = input.Clashes.Contains(holder.HintName) ? HintNames.Distinguish(holder.HintName) : holder.HintName;
        try
        {
            return new GeneratedFile(hintName, HolderEmitter.Emit(holder), Failure: null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new GeneratedFile(hintName, string.Empty, Failures.Describe(holder.DisplayName, location: null, exception));
        }
    }
}
