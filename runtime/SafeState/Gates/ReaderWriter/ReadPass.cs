namespace SafeState.Gates.ReaderWriter;

/// <summary>How a reader came in, and so how it has to leave. For code that is sure to leave once, on the same thread; others get a ticket.</summary>
/// <param name="Record">The record of the reader's thread; <see langword="null"/> when no lock had to be taken.</param>
/// <param name="Way">The way in that was open.</param>
internal readonly record struct ReadPass(ReaderRecord? Record, WayIn Way);
