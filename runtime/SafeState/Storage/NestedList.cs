using System.ComponentModel;
using SafeState.Infrastructure;

namespace SafeState.Storage;

/// <summary>A list of a holder whose elements are collections or nodes: the master copy that facade, views and core share.</summary>
/// <remarks>As in <see cref="NestedMap{TKey,TDeclared,TShared}"/>, each element is a field of its own.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NestedList<TDeclared, TShared> : StateField<ListSnapshot<TShared>>
    where TShared : class
{
    internal NestedList(StateCore core, List<TDeclared>? seed, ValueShape<TDeclared, TShared> items, string name)
        : base(core, seed, name)
    {
        Items = items;
        Master = Members.AdoptAll(seed!, items.Adopt);
        Members.AttachAll(Master, this);
        CoreCreation.WhenDone(seed!.Clear);
        CoreCreation.WhenFailed(Release);
    }

    internal NestedList(List<StateField<TShared>> own, ValueShape<TDeclared, TShared> items)
    {
        Items = items;
        Master = own;
        Members.AttachAll(own, this);
    }

    /// <summary>Read and changed under the lock only, or read when frozen.</summary>
    internal List<StateField<TShared>> Master { get; private set; }

    internal ValueShape<TDeclared, TShared> Items { get; }

    internal override bool HasInner => true;

    internal override void CollectInner(Stack<StateField> inner) => Master.ForEach(inner.Push);

    /// <summary>Replaces the element at <paramref name="index"/>. Needs the write lock.</summary>
    internal void Set(int index, StateField<TShared> item)
    {
        ThrowIfOutOfRange(index);
        item.Attach(this);
        Master[index].Release();
        Master[index] = item;
        MarkChanged();
    }

    /// <summary>Puts <paramref name="item"/> at <paramref name="index"/>. Needs the write lock.</summary>
    internal void Insert(int index, StateField<TShared> item)
    {
        if ((uint)index > (uint)Master.Count)
        {
            throw Spans.OutOfRange(index, Name);
        }

        Master.EnsureCapacity(Master.Count + 1);
        item.Attach(this);
        Master.Insert(index, item);
        MarkChanged();
    }

    /// <summary>Adds all of <paramref name="items"/> at the end, or none. Needs the write lock.</summary>
    internal void AddRange(List<StateField<TShared>> items)
    {
        if (items.Count != 0)
        {
            Master.EnsureCapacity(Master.Count + items.Count);
            Members.AttachAll(items, this);
            Master.AddRange(items);
            MarkChanged();
        }
    }

    /// <summary>Removes the element at <paramref name="index"/>. Needs the write lock.</summary>
    internal void RemoveAt(int index)
    {
        ThrowIfOutOfRange(index);
        Master[index].Release();
        Master.RemoveAt(index);
        MarkChanged();
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
        Master = replacement;
        Members.ReleaseAll(previous);
        MarkChanged();
    }

    /// <summary>Takes <paramref name="removed"/> out, which leaves <paramref name="kept"/>. Needs the write lock.</summary>
    internal void Keep(List<StateField<TShared>> kept, List<StateField<TShared>> removed)
    {
        if (removed.Count != 0)
        {
            Master = kept;
            Members.ReleaseAll(removed);
            MarkChanged();
        }
    }

    internal void ThrowIfOutOfRange(int index)
    {
        if ((uint)index >= (uint)Master.Count)
        {
            throw Spans.OutOfRange(index, Name);
        }
    }

    private protected override ListSnapshot<TShared> CopySnapshot()
    {
        var items = new TShared[Master.Count];
        for (var index = 0; index < items.Length; index++)
        {
            items[index] = Master[index].GetSnapshotUnderLock();
        }

        return new ListSnapshot<TShared>(items);
    }
}
