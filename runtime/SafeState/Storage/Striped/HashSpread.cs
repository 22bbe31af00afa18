namespace SafeState.Storage.Striped;

/// <summary>How hash codes choose a chain, and in the same way its stripe: there are never more stripes than chains, so all of a chain is in one stripe.</summary>
/// <remarks>
/// By their lower bits, to which the upper ones are added: keys are often multiples of a power of two. Nothing is lost, and numbers
/// in a row stay apart: of as many as there are chains, no two meet in one. A guess of the processor where a chain ends then comes
/// true, and that is most of a look-up's time.
/// </remarks>
internal static class HashSpread
{
    /// <summary>The number of the chain or stripe, of as many as a power of two, less one.</summary>
    public static uint Chain(int hashCode, int mask)
    {
        var code = (uint)hashCode;
        return (code ^ (code >> 7) ^ (code >> 17)) & (uint)mask;
    }
}
