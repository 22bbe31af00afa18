namespace SafeState.Storage;

/// <summary>A list inside another collection of a holder.</summary>
internal sealed class ListCell<T> : ListField<T>
{
    /// <param name="own">A list that nobody else can reach.</param>
    public ListCell(List<T> own)
        : base(own)
    {
    }

    private protected override ListSnapshot<T> CopySnapshot() => new([.. Master]);
}
