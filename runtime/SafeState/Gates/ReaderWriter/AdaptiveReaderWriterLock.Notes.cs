using System.Runtime.CompilerServices;

namespace SafeState.Gates.ReaderWriter;

// The way in by note, and how a writer waits until nobody is inside by one.
internal sealed partial class AdaptiveReaderWriterLock
{
    // A writer waits, or is about to, for notes to be crossed out: who crosses one out wakes it.
    private bool _awaitsNotes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryNoteByBias(ReaderRecord record)
    {
        if (IsBiasedTo(record) && record.IsEmpty)
        {
            // The note is stored before the bias is loaded again. Nothing here keeps a processor from doing it the other way
            // round; the barrier that the writer makes all processors pass does (see EndBias): a reader that still sees the bias
            // has its note seen.
            record.AddFirst(_id);
            if (IsBiasedTo(record))
            {
                return true;
            }

            RemoveNote(record);
        }

        return false;
    }

    private bool TryNote(ReaderRecord record)
    {
        if (!NotesAreOpen)
        {
            return false;
        }

        // The fence stands between the note and the second look at the state; a writer announces itself in the state, by an
        // interlocked instruction, before it looks for notes: at least one of the two sees the other.
        record.AddWithFence(_id);
        if (NotesAreOpen)
        {
            if (record.CountFencedNote() % NotesBeforeBias == 0)
            {
                TryBeginBias(record);
            }

            return true;
        }

        RemoveNote(record);
        return false;
    }

    private bool NotesAreOpen => (Volatile.Read(ref _state) & (NotesOpen | Writer | WritersWait)) == NotesOpen;

    private void RemoveNote(ReaderRecord record)
    {
        record.Remove(_id);
        WakeIfNotesAreAwaited();
    }

    // Nothing keeps the processor from loading the flag before others see that the note is crossed out. The barrier does that
    // the writer makes all processors pass between setting the flag and looking once more (see BlockForNotes).
    private void WakeIfNotesAreAwaited()
    {
        if (Volatile.Read(ref _awaitsNotes))
        {
            WakeAll();
        }
    }

    // The caller has the lock as the writer, and gives it back if readers by note do not leave in time.
    private bool TryExcludeNoted(Deadline deadline)
    {
        var meetsOthers = _lastWriter != _writerThread;
        if (HasNotedReaders())
        {
            meetsOthers = true;
            if (!TryAwaitNotesOrExit(deadline))
            {
                return false;
            }
        }

        SuspendOwnBias();
        _lastWriter = _writerThread;
        if (meetsOthers || ReaderRecord.All.Length > FewThreads)
        {
            SampleNotedWrite();
        }

        return true;
    }

    // Ends the bias before it looks for notes: those who come in by it do not see that a writer waits, and would keep it waiting
    // for ever. A reader who is seen may begin another bias, so it is looked at again when none is left.
    private bool HasNotedReaders()
    {
        do
        {
            if (IsBiasedToOthers)
            {
                EndBias();
            }

            if (IsNotedAnywhere())
            {
                return true;
            }
        }
        while (IsBiasedToOthers);

        return false;
    }

    private bool TryAwaitNotesOrExit(Deadline deadline)
    {
        var isAlone = false;
        try
        {
            if (ReaderRecord.Current.Holds(_id))
            {
                throw GateErrors.Recursion(_holder);
            }

            return isAlone = TryAwaitNotes(deadline);
        }
        finally
        {
            if (!isAlone)
            {
                ExitWrite();
            }
        }
    }

    // False when the time is over; throws when the thread is interrupted.
    private bool TryAwaitNotes(Deadline deadline)
    {
        var spinner = default(Spinner);
        while (HasNotedReaders())
        {
            if (!spinner.Next(deadline))
            {
                ReaderRecord.ForgetEnded();
                return deadline.IsOver ? !HasNotedReaders() : BlockForNotes(deadline);
            }
        }

        return true;
    }

    private bool BlockForNotes(Deadline deadline)
    {
        lock (this)
        {
            Volatile.Write(ref _awaitsNotes, true);
            try
            {
                // Every processor passes a full fence between the store above and the loads below. A reader that loaded the flag
                // before its fence has crossed its note out before, too, which is seen below; a later one sees the flag, and
                // needs the monitor to wake us, which we give up only by waiting.
                Interlocked.MemoryBarrierProcessWide();
                while (HasNotedReaders())
                {
                    if (!deadline.Wait(this))
                    {
                        return !HasNotedReaders();
                    }
                }

                return true;
            }
            finally
            {
                _awaitsNotes = false;
            }
        }
    }

    private bool IsNotedAnywhere()
    {
        foreach (var record in ReaderRecord.All)
        {
            if (record.IsSeenToHold(_id))
            {
                return true;
            }
        }

        return false;
    }
}
