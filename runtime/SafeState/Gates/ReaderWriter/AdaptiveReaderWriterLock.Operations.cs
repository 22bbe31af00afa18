using System.Runtime.CompilerServices;

namespace SafeState.Gates.ReaderWriter;

// Readers that leave in a moment. While the way by note is closed they come in as writers do.
internal sealed partial class AdaptiveReaderWriterLock
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadPass EnterOperation()
    {
        var record = ReaderRecord.Current;
        if (TryNoteByBias(record))
        {
            return new(record, WayIn.Biased);
        }

        // Nobody is inside by a note when notes are closed, and nobody is counted: this thread is not inside either, as what it
        // ever may be. The exchange is a full fence: what writers did before is seen from here on.
        return TryEnterAlone() ? EnteredAlone(record) : EnterOperationSlowly(record);
    }

    /// <summary>Leaves with the pass of an operation that is inside, on its thread.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ExitOperation(ReadPass pass)
    {
        switch (pass.Way)
        {
            case WayIn.Biased:
                pass.Record!.RemoveFirst();
                WakeIfNotesAreAwaited();
                break;
            case WayIn.Alone:
                // Who is alone where readers come in as writers do seldom is the only one who wants to be.
                ExitAmongWriters();
                break;
            default:
                ExitOperationSlowly(pass);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ReadPass EnterOperationSlowly(ReaderRecord record)
    {
        // Readers that are counted may stay: rather than wait for them, this one is counted, too.
        if ((Volatile.Read(ref _state) & (NotesOpen | Readers)) != 0)
        {
            TryEnterReadSlowly(record, Deadline.Never, out var pass);
            return pass;
        }

        // Notes may be open when the wait is over, and others inside by them: readers as this one. Nobody has to be looked for.
        WaitToWrite(Deadline.Never);
        return EnteredAlone(record);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadPass EnteredAlone(ReaderRecord record)
    {
        _writerThread = record.ThreadId;
        _entries++;
        SampleRead();
        return new(record, WayIn.Alone);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ExitOperationSlowly(ReadPass pass)
    {
        if (pass.Way == WayIn.Noted)
        {
            RemoveNote(pass.Record!);
        }
        else
        {
            pass.Record!.Remove(_id);
            Discount();
        }
    }
}
