namespace SafeState.Storage;

/// <summary>A set inside another collection of a holder.</summary>
internal sealed class SetCell<T> : SetField<T>
{
    /// <param name="own">A set that nobody else can reach.</param>
    public SetCell(HashSet<T> own)
        : base(own)
    {
    }

    private protected override SetSnapshot<T> CopySnapshot() => new(new HashSet<T>(Master, Master.Comparer));
}
