namespace SafeState.Storage;

/// <summary>A queue inside another collection of a holder.</summary>
internal sealed class QueueCell<T> : QueueField<T>
{
    /// <param name="own">A queue that nobody else can reach.</param>
    public QueueCell(Queue<T> own)
        : base(own)
    {
    }

    private protected override QueueSnapshot<T> CopySnapshot() => new(new Queue<T>(Master));
}
