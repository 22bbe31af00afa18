using SafeState.Infrastructure;

namespace SafeState.Storage;

/// <summary>What collections of collections have in common: their elements come in and go out together.</summary>
internal static class Members
{
    /// <summary>Puts all of <paramref name="fields"/> inside <paramref name="parent"/>.</summary>
    public static void AttachAll<TShared>(IEnumerable<StateField<TShared>> fields, StateField parent)
        where TShared : class
    {
        foreach (var field in fields)
        {
            field.Attach(parent);
        }
    }

    public static void ReleaseAll<TShared>(IEnumerable<StateField<TShared>> fields)
        where TShared : class
    {
        foreach (var field in fields)
        {
            field.Release();
        }
    }

    /// <summary>Gives up those of <paramref name="fields"/> that were not put into anything.</summary>
    public static void DiscardAll<TShared>(IEnumerable<StateField<TShared>> fields)
        where TShared : class
    {
        foreach (var field in fields)
        {
            field.Discard();
        }
    }

    /// <summary>Adopts all of <paramref name="values"/>, or none.</summary>
    /// <param name="values">What is taken in.</param>
    /// <param name="adopt">Takes one in.</param>
    /// <param name="adoption">What takes in the node that they are in, if they are in one. It gives up what it has all at once: another holder may have a node the next moment.</param>
    public static List<StateField<TShared>> AdoptAll<TValue, TShared>(IEnumerable<TValue> values, Func<TValue, NodeAdoption?, StateField<TShared>> adopt, NodeAdoption? adoption = null)
        where TShared : class
    {
        ArgumentNullException.ThrowIfNull(values);
        var adopted = new List<StateField<TShared>>();
        try
        {
            foreach (var value in values)
            {
                adopted.Add(adopt(value, adoption));
            }
        }
        catch when (adoption is null)
        {
            DiscardAll(adopted);
            throw;
        }

        return adopted;
    }
}
