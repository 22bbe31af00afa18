namespace Incidents.Running;

/// <summary>What rounds of traffic saw. Every thread of a round writes into it.</summary>
internal sealed class Ledger
{
    private long _operations;
    private long _faults;
    private long _lost;
    private long _duplicated;
    private Exception? _firstFault;

    /// <summary>How many operations came to a good end.</summary>
    public long Operations => Interlocked.Read(ref _operations);

    /// <summary>How many exceptions were thrown, on either side of the wire.</summary>
    public long Faults => Interlocked.Read(ref _faults);

    /// <summary>How many entries or messages should be there and are not.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <summary>How many entries or messages are there, or were acted upon, more than once.</summary>
    public long Duplicated => Interlocked.Read(ref _duplicated);

    /// <summary>The exception that came first.</summary>
    public Exception? FirstFault => Volatile.Read(ref _firstFault);

    /// <summary>Whether anything at all went wrong.</summary>
    public bool Failed => Faults + Lost + Duplicated > 0;

    /// <summary>Counts operations that went well.</summary>
    public void AddOperations(int count = 1) => Interlocked.Add(ref _operations, count);

    /// <summary>Counts an exception and keeps the first one for the report.</summary>
    public void AddFault(Exception fault)
    {
        Interlocked.CompareExchange(ref _firstFault, fault, null);
        Interlocked.Increment(ref _faults);
    }

    /// <summary>Counts what is missing.</summary>
    public void AddLost(int count = 1) => Interlocked.Add(ref _lost, count);

    /// <summary>Counts what is there too often.</summary>
    public void AddDuplicated(int count = 1) => Interlocked.Add(ref _duplicated, count);
}
