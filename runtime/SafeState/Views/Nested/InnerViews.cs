using System.ComponentModel;
using System.Runtime.InteropServices;
using SafeState.Storage;

namespace SafeState.Views;

/// <summary>Makes the views of values that are collections. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class InnerViews
{
    /// <summary>The reader of a list.</summary>
    public static ListReader<T> ReadList<T>(HeldValue<ListSnapshot<T>> value) =>
        new(value.Snapshot is { } snapshot ? snapshot.Items : CollectionsMarshal.AsSpan(((ListField<T>)value.Field!).Master));

    /// <summary>The reader of a set.</summary>
    public static SetReader<T> ReadSet<T>(HeldValue<SetSnapshot<T>> value) =>
        new(value.Snapshot is { } snapshot ? snapshot.Items : ((SetField<T>)value.Field!).Master);

    /// <summary>The reader of a queue.</summary>
    public static QueueReader<T> ReadQueue<T>(HeldValue<QueueSnapshot<T>> value) =>
        new(value.Snapshot is { } snapshot ? snapshot.Items : ((QueueField<T>)value.Field!).Master);

    /// <summary>The reader of a map.</summary>
    public static MapReader<TKey, TValue> ReadMap<TKey, TValue>(HeldValue<MapSnapshot<TKey, TValue>> value)
        where TKey : notnull =>
        new(value.Snapshot is { } snapshot ? snapshot.Storage : ((MapField<TKey, TValue>)value.Field!).Master);

    /// <summary>The editor of a list.</summary>
    public static ListEditor<T> EditList<T>(EditedValue<ListSnapshot<T>> value) => new((ListField<T>)value.Field, value.Ticket);

    /// <summary>The editor of a set.</summary>
    public static SetEditor<T> EditSet<T>(EditedValue<SetSnapshot<T>> value) => new((SetField<T>)value.Field, value.Ticket);

    /// <summary>The editor of a queue.</summary>
    public static QueueEditor<T> EditQueue<T>(EditedValue<QueueSnapshot<T>> value) => new((QueueField<T>)value.Field, value.Ticket);

    /// <summary>The editor of a map.</summary>
    public static MapEditor<TKey, TValue> EditMap<TKey, TValue>(EditedValue<MapSnapshot<TKey, TValue>> value)
        where TKey : notnull => new((MapField<TKey, TValue>)value.Field, value.Ticket);
}
