namespace SafeState.Generator.Analyzers.CheckThenAct;

/// <summary>What one access of shared state does, as far as check-then-act is concerned.</summary>
internal enum Role
{
    /// <summary>Asks whether a key or an element is there: <c>ContainsKey</c>, <c>Contains</c>.</summary>
    Contains,

    /// <summary>Asks, and gets the value if it is there: <c>TryGetValue</c>, <c>TryPeek</c>, <c>TryGet</c>.</summary>
    TryGet,

    /// <summary>Gets a value that should be there: an indexer, a scalar.</summary>
    Get,

    /// <summary>Gets a value or a default: <c>GetValueOrDefault</c>.</summary>
    GetOrDefault,

    /// <summary>Asks how much there is: <c>Count</c>, <c>IsEmpty</c>.</summary>
    Count,

    /// <summary>Asks where an element is: <c>IndexOf</c>.</summary>
    Find,

    /// <summary>Adds what must not be there yet, or adds it again.</summary>
    Add,

    /// <summary>Adds if it is not there, and says so: <c>TryAdd</c>, <c>Add</c> of a set.</summary>
    TryAdd,

    /// <summary>Replaces.</summary>
    Set,

    /// <summary>Removes, and says whether it was there.</summary>
    Remove,

    /// <summary>Removes or changes what is at an index.</summary>
    ChangeAt,

    /// <summary>Takes the first element, if there is one.</summary>
    Take,

    /// <summary>Adds in one step whatever is there; of interest only to who has counted before.</summary>
    Grow,
}
