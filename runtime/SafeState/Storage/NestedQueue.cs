using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using SafeState.Infrastructure;

namespace SafeState.Storage;

/// <summary>A queue of a holder whose elements are collections or nodes: the master copy that facade, views and core share.</summary>
/// <remarks>As in <see cref="NestedMap{TKey,TDeclared,TShared}"/>, each element is a field of its own.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NestedQueue<TDeclared, TShared> : StateField<QueueSnapshot<TShared>>
    where TShared : class
{
    internal NestedQueue(StateCore core, Queue<TDeclared>? seed, ValueShape<TDeclared, TShared> items, string name)
        : base(core, seed, name)
    {
        Items = items;
        Master = new Queue<StateField<TShared>>(Members.AdoptAll(seed!, items.Adopt));
        Members.AttachAll(Master, this);
        CoreCreation.WhenDone(seed!.Clear);
        CoreCreation.WhenFailed(Release);
    }

    internal NestedQueue(Queue<StateField<TShared>> own, ValueShape<TDeclared, TShared> items)
    {
        Items = items;
        Master = own;
        Members.AttachAll(own, this);
    }

    /// <summary>Read and changed under the lock only, or read when frozen.</summary>
    internal Queue<StateField<TShared>> Master { get; private set; }

    internal ValueShape<TDeclared, TShared> Items { get; }

    internal override bool HasInner => true;

    internal override void CollectInner(Stack<StateField> inner)
    {
        foreach (var field in Master)
        {
            inner.Push(field);
        }
    }

    /// <summary>Adds all of <paramref name="items"/> at the tail, or none. Needs the write lock.</summary>
    internal void EnqueueRange(List<StateField<TShared>> items)
    {
        Master.EnsureCapacity(Master.Count + items.Count);
        Members.AttachAll(items, this);
        foreach (var item in items)
        {
            Master.Enqueue(item);
            MarkChanged();
        }
    }

    /// <summary>Adds <paramref name="item"/> at the tail. Needs the write lock.</summary>
    internal void Enqueue(StateField<TShared> item)
    {
        Master.EnsureCapacity(Master.Count + 1);
        item.Attach(this);
        Master.Enqueue(item);
        MarkChanged();
    }

    /// <summary>Takes the element at the head. Needs the write lock.</summary>
    internal bool TryDequeue([MaybeNullWhen(false)] out TShared item)
    {
        if (!Master.TryPeek(out var field))
        {
            item = null;
            return false;
        }

        // The snapshot first, which may fail for want of memory.
        item = field.GetSnapshotUnderLock();
        Master.Dequeue().Release();
        MarkChanged();
        return true;
    }

    /// <summary>Puts <paramref name="replacement"/> in the place of all elements. Needs the write lock.</summary>
    internal void Replace(List<StateField<TShared>> replacement)
    {
        var previous = Master;
        if (previous.Count == 0 && replacement.Count == 0)
        {
            return;
        }

        Members.AttachAll(replacement, this);
        Master = new Queue<StateField<TShared>>(replacement);
        Members.ReleaseAll(previous);
        MarkChanged();
    }

    private protected override QueueSnapshot<TShared> CopySnapshot()
    {
        var items = new Queue<TShared>(Master.Count);
        foreach (var field in Master)
        {
            items.Enqueue(field.GetSnapshotUnderLock());
        }

        return new QueueSnapshot<TShared>(items);
    }
}
