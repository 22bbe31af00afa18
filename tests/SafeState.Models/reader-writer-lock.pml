/*
 * The lock of runtime/SafeState/Gates/ReaderWriter, step by step, for all orders in which threads and memory may go.
 *
 * Assumptions about memory, the weakest that matter here: a thread's store to its note waits in a store buffer of the thread
 * and becomes visible at any later time, in particular after the thread's next loads; stores of one thread become visible in
 * order, and at once to itself; interlocked instructions and entering a monitor empty the thread's buffer; the process-wide
 * barrier empties all. (That what is read under the lock stays between entering and leaving is acquire and release, and assumed.)
 *
 * Each thread does a few operations, reads and writes as it pleases, and ends. So "no invalid end state" says: no deadlock, no
 * lost wake-up, everybody who waits gets in. The assertions say: nobody is inside together with a writer.
 *
 * When ways in open and close is left open: any reader inside may begin the bias, any writer may close the way by note, any
 * counted reader may open it.
 *
 * Any reader may be an operation, which comes in alone when the way by note is closed. How long a thread spins, whether it says
 * that it is awake, and whether one that was woken in vain asks for precedence are left open too.
 *
 * With one of these defined the check must fail: NO_BARRIER, NO_RECHECK, NO_SECOND_LOOK, NO_FENCE, NO_SCAN, NO_WAKE, NO_BLOCK_BARRIER,
 * BLIND_BEGIN, ONE_WAKE, KEEP_WOKEN, KEEP_EXPECTED, STRICT_PRECEDENCE, SILENT_OPERATION, TORN_ENTRY.
 */
#ifndef THREADS
#define THREADS 2
#endif
#ifndef OPERATIONS
#define OPERATIONS 2
#endif

/* With READERS defined, that many threads only read, and the others only write. */
#ifdef READERS
#define MAY_READ (me < READERS)
#define MAY_WRITE (me >= READERS)
#else
#define MAY_READ true
#define MAY_WRITE true
#endif

#define NOBODY 255
#define EVERYBODY 254

/* The state word; every change of it is one atomic step. */
byte readers;
bool writer, writersWait, readersWait, readersGoFirst, writerIsWoken, sleepersGoFirst, notesOpen = true;

/* The bias: nobody's, everybody's, or a thread's, which suspends it while it writes. */
byte biasedTo = NOBODY;
bool isSuspended;

bool awaitsNotes;

/* The notes as others see them, and the stores on their way there. */
bool note[THREADS], isStoring[THREADS], stored[THREADS];

/* The monitor: who has it, who sleeps on it. */
bool monitor, asleep[THREADS];
byte waitingReaders, waitingWriters;

/* Who is inside. */
byte readersInside, writersInside;

#define isBiasedToOthers (biasedTo != me && biasedTo != NOBODY)
#define isBiasedToMe (biasedTo == EVERYBODY || (biasedTo == me && !isSuspended))
#define notesAreOpen (notesOpen && !writer && !writersWait)
#define isFree (!writer && !readersGoFirst && readers == 0)
#define isFreeToAll (isFree && !sleepersGoFirst)
#ifndef STRICT_PRECEDENCE
#define isFreeToSleepers isFree
#else
#define isFreeToSleepers isFreeToAll
#endif
#define needsWaking (readersWait || (writersWait && !writerIsWoken))

inline drain(i) { if :: isStoring[i] -> note[i] = stored[i]; isStoring[i] = false; stored[i] = false :: else fi }

inline drainAll() { d_step { i = 0; do :: i < THREADS -> drain(i); i++ :: else -> break od; i = 0 } }

/* A store behind another one first pushes that one out. */
inline store(value) { d_step { drain(me); stored[me] = value; isStoring[me] = true } }

inline enterMonitor() { atomic { !monitor -> monitor = true; drain(me) } }

inline exitMonitor() { monitor = false }

inline pulseAll() { d_step { i = 0; do :: i < THREADS -> asleep[i] = false; i++ :: else -> break od; i = 0 } }

/* The longest sleeper is woken; which one that is, is left open. */
inline pulseOne() {
    atomic {
        if
        :: asleep[0] -> asleep[0] = false
        :: asleep[1] -> asleep[1] = false
#if THREADS > 2
        :: asleep[2] -> asleep[2] = false
#endif
#if THREADS > 3
        :: asleep[3] -> asleep[3] = false
#endif
        :: else
        fi
    }
}

inline sleepOnMonitor() { atomic { asleep[me] = true; monitor = false }; atomic { !asleep[me] && !monitor -> monitor = true } }

inline wakeUnderMonitor() {
    if
#ifndef ONE_WAKE
    :: waitingReaders > 0 || awaitsNotes -> pulseAll()
    :: !(waitingReaders > 0 || awaitsNotes) && waitingWriters > 0 ->
#else
    :: waitingReaders > 0 -> pulseAll()
    :: !(waitingReaders > 0) && waitingWriters > 0 ->
#endif
        writerIsWoken = true;
        pulseOne()
    :: else
    fi
}

inline wakeIfNotesAreAwaited() {
    if
    :: awaitsNotes ->
#ifndef NO_WAKE
        enterMonitor(); pulseAll(); exitMonitor()
#else
        skip
#endif
    :: !awaitsNotes
    fi
}

inline release() {
    if
    :: atomic { !needsWaking -> writer = false }
    :: atomic { needsWaking ->
            writer = false;
            if :: readersWait -> readersGoFirst = true :: else -> writerIsWoken = true fi };
        enterMonitor();
        wakeUnderMonitor();
        exitMonitor()
    fi
}

/* One that is free is taken by whoever comes, others asleep or not. */
inline takeWriter() {
    if
    :: atomic { isFreeToAll -> writer = true; isInside = true; drain(me) }
    :: atomic { !isFreeToAll -> drain(me) };
        isExpected = false;
        if
        :: atomic { writersWait && !writerIsWoken -> writerIsWoken = true; isExpected = true }
        :: true
        fi;
        if
        :: atomic { isExpected && isFree -> writer = true; isInside = true; writerIsWoken = false }
        :: atomic { !isExpected && isFreeToAll -> writer = true; isInside = true }
        :: true
        fi;
        if :: isInside -> goto taken :: else fi;
        enterMonitor();
        d_step { waitingWriters++; writersWait = true };
        exitMonitor();
        do
        :: true ->
            enterMonitor();
#ifndef KEEP_EXPECTED
            writerIsWoken = false;
#else
            if :: isExpected -> isExpected = false :: else -> writerIsWoken = false fi;
#endif
            if :: wasWoken -> sleepersGoFirst = true :: wasWoken -> skip :: else fi;
            if
            :: atomic { isFreeToSleepers -> writer = true; isInside = true }; exitMonitor(); break
            :: !isFreeToSleepers -> sleepOnMonitor(); exitMonitor(); wasWoken = true
            :: !isFreeToSleepers && !isPatient ->                           /* out of time */
                if :: atomic { isFree -> writer = true; isInside = true } :: true fi;
                exitMonitor();
                break
            fi;
            if
            #ifndef KEEP_WOKEN
            :: atomic { isFree -> writer = true; isInside = true; writerIsWoken = false; sleepersGoFirst = false }; break
#else
            :: atomic { isFree -> writer = true; isInside = true; sleepersGoFirst = false }; break
#endif
            :: true
            fi
        od;
        wasWoken = false;
        isExpected = false;
        enterMonitor();
        waitingWriters--;
#ifndef KEEP_WOKEN
        writerIsWoken = false;
#endif
        if
        :: waitingWriters == 0 && writersWait ->
            d_step { writersWait = false; sleepersGoFirst = false };
            pulseAll()
        :: else
        fi;
        if :: !isInside -> pulseAll() :: else fi;
        exitMonitor()
    fi;
taken:
    skip
}

/* The way by note may be opened by whoever is inside alone, or was counted. */
inline mayOpen() { if :: notesOpen = true :: true fi }

/* How a reader came in. */
mtype = { outside, byBias, byNote, byCount, alone };

inline enterRead() {
    way = outside;
    if
    :: isBiasedToMe ->
        store(true);
#ifdef NO_SECOND_LOOK
        way = byBias
#else
        if
        :: isBiasedToMe -> way = byBias
        :: !isBiasedToMe -> store(false); wakeIfNotesAreAwaited()
        fi
#endif
    :: !isBiasedToMe
    fi;
    if
    :: way == outside && notesAreOpen ->
#ifndef NO_FENCE
        d_step { drain(me); note[me] = true };
#else
        store(true);
#endif
        if
        :: notesAreOpen ->
            way = byNote;
            /* The bias may begin: for this thread, if it is nobody's, or for everybody. */
            if
            :: true
            :: atomic { biasedTo == NOBODY -> biasedTo = me }
            :: atomic { biasedTo != EVERYBODY -> biasedTo = EVERYBODY }
#ifdef BLIND_BEGIN
            :: atomic { biasedTo != EVERYBODY -> biasedTo = me }
#endif
            fi
        :: !notesAreOpen -> store(false); wakeIfNotesAreAwaited()
        fi
    :: way == outside && !notesAreOpen
    :: way != outside
    fi;
    if
    :: way == outside ->
        /* An operation that found the way by note closed; it may have been opened meanwhile. */
        isInside = false;
        isPatient = true;
        takeWriter();
        isInside = false;
        isPatient = false;
        way = alone;
        mayOpen()
    :: way == outside ->
        if
        :: atomic { !writer && !writersWait -> readers++; drain(me) }
        :: atomic { writer || writersWait -> drain(me) };
            enterMonitor();
            d_step { waitingReaders++; readersWait = true };
            do
            :: atomic { !writer && (!writersWait || readersGoFirst) -> readers++ }; break
            :: writer || (writersWait && !readersGoFirst) -> sleepOnMonitor()
            od;
            waitingReaders--;
            if
            :: waitingReaders == 0 -> d_step { readersWait = false; readersGoFirst = false }; pulseAll()
            :: else
            fi;
            exitMonitor()
        fi;
        way = byCount;
        mayOpen()
    :: way != outside
    fi
}

inline exitRead() {
    if
    :: way == byCount ->
        atomic { readers--; mustWake = (writersWait || readersWait) && readers == 0 };
        if :: mustWake -> enterMonitor(); wakeUnderMonitor(); exitMonitor() :: else fi
    :: way == alone ->
#ifndef SILENT_OPERATION
        release()
#else
        writer = false
#endif
    :: else -> store(false); wakeIfNotesAreAwaited()
    fi
}

/* Ends the bias of others and looks. Not one step: a note may come or go behind the look. */
inline look() {
    do
    :: true ->
        if
        :: isBiasedToOthers ->
            biasedTo = NOBODY;
#ifndef NO_BARRIER
            drainAll()
#endif
        :: !isBiasedToOthers
        fi;
        d_step { isNoted = false; r = 0 };
        do
        :: r < THREADS -> atomic { if :: r == me -> isNoted = isNoted || (isStoring[r] -> stored[r] : note[r]) :: else -> isNoted = isNoted || note[r] fi; r++ }
        :: else -> break
        od;
        r = 0;
        if
#ifndef NO_RECHECK
        :: !isNoted && isBiasedToOthers
        :: isNoted || !isBiasedToOthers -> break
#else
        :: true -> break
#endif
        fi
    od
}

/* Leaves with isNoted false, or, out of time, true. */
inline awaitNotes() {
    look();
    if
    :: isNoted ->
        enterMonitor();
        awaitsNotes = true;
#ifndef NO_BLOCK_BARRIER
        drainAll();
#endif
        do
        :: true ->
            look();
            if
            :: !isNoted -> break
            :: isNoted -> sleepOnMonitor()
            :: isNoted -> break
            fi
        od;
        awaitsNotes = false;
        exitMonitor()
    :: else
    fi
}

inline exitWrite() {
    if :: biasedTo == me && isSuspended -> isSuspended = false :: else fi;
    release()
}

inline enterWrite() {
    isInside = false;
    if
    /* The way by note closed at the moment at which the lock is taken: nothing to look for, even if it is opened now. */
    :: atomic { isFreeToAll && !notesOpen -> writer = true; isInside = true; drain(me) }; mayOpen()
#ifdef TORN_ENTRY
    :: !notesOpen -> atomic { isFreeToAll -> writer = true; isInside = true; drain(me) }; mayOpen()
#endif
    :: true ->
        takeWriter();
        if
        :: isInside && notesOpen ->
#ifndef NO_SCAN
            awaitNotes();
#endif
            if
            :: isNoted -> isInside = false; exitWrite()
            :: !isNoted && biasedTo == me -> isSuspended = true
            :: !isNoted && biasedTo != me
            fi;
            isNoted = false;
            /* The way by note may be closed, and the bias with it. */
            if
            :: isInside -> d_step { biasedTo = NOBODY; isSuspended = false }; notesOpen = false
            :: true
            fi
        /* A thread that has been alone for long opens the way. */
        :: isInside && !notesOpen -> mayOpen()
        :: else
        fi
    fi
}

proctype Thread(byte me) {
    byte operation = 0, i = 0, r = 0;
    mtype way = outside;
    bool isInside, isNoted, mustWake, isExpected, wasWoken, isPatient;
    do
    :: operation < OPERATIONS && MAY_READ ->
        operation++;
        enterRead();
        atomic { readersInside++; assert(writersInside == 0) };
        atomic { readersInside--; assert(writersInside == 0) };
        exitRead();
        d_step { way = outside; mustWake = false }
    :: operation < OPERATIONS && MAY_WRITE ->
        operation++;
        enterWrite();
        if
        :: isInside ->
            atomic { writersInside++; assert(writersInside == 1 && readersInside == 0) };
            atomic { assert(writersInside == 1 && readersInside == 0); writersInside-- };
            exitWrite()
        :: else
        fi;
        isInside = false
    :: operation == OPERATIONS -> break
    od
}

/* Stores reach memory when they please. */
active proctype Memory() {
end:
    do
    :: atomic { isStoring[0] -> drain(0) }
    :: atomic { isStoring[1] -> drain(1) }
#if THREADS > 2
    :: atomic { isStoring[2] -> drain(2) }
#endif
#if THREADS > 3
    :: atomic { isStoring[3] -> drain(3) }
#endif
    od
}

init {
    byte i = 0;
    if :: notesOpen = false :: true fi;
    atomic { do :: i < THREADS -> run Thread(i); i++ :: else -> break od }
}
