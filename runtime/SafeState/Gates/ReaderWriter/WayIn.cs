namespace SafeState.Gates.ReaderWriter;

/// <summary>A way in for readers.</summary>
internal enum WayIn : byte
{
    /// <summary>By a note in the first place of the record of the reader's thread, without a fence.</summary>
    Biased,

    /// <summary>By a note in that record, with a fence.</summary>
    Noted,

    /// <summary>Counted in the lock, besides the note.</summary>
    Counted,

    /// <summary>As a writer comes in.</summary>
    Alone,
}
