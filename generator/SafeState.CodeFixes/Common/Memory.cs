namespace SafeState.CodeFixes.Common;

/// <summary>What one run of a fix has found out, so that it is not found out again for every finding. One thread uses it.</summary>
internal sealed class Memory
{
    private readonly Dictionary<object, object> _known = [];

    /// <param name="subject">What it is about; compared as it compares itself.</param>
    /// <param name="find">Finds it out the first time.</param>
    public T Of<T>(object subject, Func<T> find)
        where T : class
    {
        if (!_known.TryGetValue((typeof(T), subject), out var known))
        {
            _known.Add((typeof(T), subject), known = find());
        }

        return (T)known;
    }
}
