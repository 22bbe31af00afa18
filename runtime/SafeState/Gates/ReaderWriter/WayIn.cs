namespace SafeState.Gates.ReaderWriter;

/// <summary>A way in for readers.</summary>
internal enum WayIn : byte
{
    /// <summary>By a note in the record of the reader's thread.</summary>
    Noted,

    /// <summary>Counted in the lock, besides the note.</summary>
    Counted,

    /// <summary>As a writer comes in.</summary>
    Alone,
}
