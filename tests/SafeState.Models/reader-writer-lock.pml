/*
 * The lock of runtime/SafeState/Gates/ReaderWriter, step by step, for all orders in which threads and memory may go.
 *
 * Assumptions about memory, the weakest that matter here: a reader's store of its note waits in a store buffer of its thread
 * and becomes visible at any later time, in particular after the thread's next loads; stores of one thread become visible in
 * order; interlocked instructions and entering a monitor empty the thread's buffer; the process-wide barrier empties all.
 * (That what is read under the lock stays between entering and leaving is acquire and release, and assumed.)
 *
 * Each thread does a few operations and ends. So "no invalid end state" says: no deadlock, no lost wake-up, everybody who
 * waits gets in. The assertions say: nobody is inside together with a writer.
 *
 * With one of these defined the check must fail: NO_BARRIER, NO_SECOND_LOOK, NO_WAKE, NO_RESTORE.
 */
#ifndef READERS
#define READERS 2
#endif
#ifndef WRITERS
#define WRITERS 2
#endif
#ifndef OPERATIONS
#define OPERATIONS 2
#endif
#define THREADS (READERS + WRITERS)

/* The state word; every change of it is one atomic step. */
byte readers;
bool writer, writersWait, readersGoFirst, somebodyWaits;

bool biased;

/* The readers' notes as others see them, and the stores on their way there. */
bool note[READERS], isStoring[READERS], stored[READERS];

/* The monitor: who has it, who waits on it. */
bool monitor;
bool asleep[THREADS];
byte waitingReaders, waitingWriters;

/* Who is inside. */
byte readersInside, writersInside;

inline store(value) { d_step { stored[me] = value; isStoring[me] = true } }

inline drain(i) { if :: isStoring[i] -> note[i] = stored[i]; isStoring[i] = false :: else fi }

inline enterMonitor() { atomic { !monitor -> monitor = true } }

inline exitMonitor() { monitor = false }

inline pulseAll() { d_step { i = 0; do :: i < THREADS -> asleep[i] = false; i++ :: else -> break od; i = 0 } }

inline waitOnMonitor() { atomic { asleep[id] = true; monitor = false }; atomic { !asleep[id] && !monitor -> monitor = true } }

inline stopWaiting() {
    d_step {
        if :: waitingReaders == 0 -> readersGoFirst = false :: else fi;
        if :: waitingWriters == 0 -> writersWait = false :: else fi;
        if :: waitingReaders + waitingWriters == 0 -> somebodyWaits = false :: else fi
    };
    pulseAll()
}

inline wakeAll() { enterMonitor(); pulseAll(); exitMonitor() }

inline wakeIfBiasEnded() {
    if
    :: biased
    :: !biased ->
        d_step { drain(me) };       /* entering the monitor is a fence */
#ifndef NO_WAKE
        wakeAll()
#else
        skip
#endif
    fi
}

proctype Reader(byte me) {
    byte id = me, operation = 0, i = 0;
    bool isBiased;
    do
    :: operation < OPERATIONS ->
        operation++;
        isBiased = false;
        if
        :: biased ->
            store(true);
#ifdef NO_SECOND_LOOK
            isBiased = true
#else
            if
            :: biased -> isBiased = true
            :: !biased -> store(false); wakeIfBiasEnded()
            fi
#endif
        :: !biased
        fi;
        if
        :: isBiased
        :: else ->
            if
            :: atomic { !writer && !writersWait -> readers++; drain(me) }
            :: atomic { writer || writersWait -> drain(me) };
                enterMonitor();
                d_step { waitingReaders++; somebodyWaits = true };
                do
                :: atomic { !writer && (!writersWait || readersGoFirst) -> readers++ }; break
                :: writer || (writersWait && !readersGoFirst) -> waitOnMonitor()
                od;
                waitingReaders--;
                stopWaiting();
                exitMonitor()
            fi;
            if
            :: !writersWait -> biased = true
            :: true
            fi
        fi;

        atomic { readersInside++; assert(writersInside == 0) };
        atomic { readersInside--; assert(writersInside == 0) };

        if
        :: isBiased -> store(false); wakeIfBiasEnded()
        :: else ->
            atomic { readers--; drain(me); isBiased = (somebodyWaits && readers == 0) };
            if :: isBiased -> wakeAll() :: else fi
        fi
    :: else -> break
    od
}

inline exitWrite() {
    if
    :: atomic { writer && !somebodyWaits && !writersWait && !readersGoFirst -> writer = false }
    :: somebodyWaits || writersWait || readersGoFirst ->
        enterMonitor();
        if :: waitingReaders > 0 -> readersGoFirst = true :: else fi;
        writer = false;
        pulseAll();
        exitMonitor()
    fi
}

proctype Writer(byte id) {
    byte operation = 0, i = 0, r = 0;
    bool isInside, isNoted;
    do
    :: operation < OPERATIONS ->
        operation++;
        isInside = false;
        if
        :: atomic { readers == 0 && !writer && !writersWait && !readersGoFirst && !somebodyWaits -> writer = true }; isInside = true
        :: readers != 0 || writer || writersWait || readersGoFirst || somebodyWaits ->
            enterMonitor();
            d_step { waitingWriters++; somebodyWaits = true; writersWait = true };
            do
            :: atomic { !writer && !readersGoFirst && readers == 0 -> writer = true }; isInside = true; break
            :: writer || readersGoFirst || readers != 0 -> waitOnMonitor()
            :: writer || readersGoFirst || readers != 0 -> break            /* out of time */
            od;
            waitingWriters--;
            stopWaiting();
            exitMonitor()
        fi;

        if
        :: isInside && biased ->
            biased = false;
#ifndef NO_BARRIER
            d_step { r = 0; do :: r < READERS -> drain(r); r++ :: else -> break od; r = 0 };
#endif
            enterMonitor();
            do
            :: true ->
                isNoted = false;
                r = 0;
                do
                :: r < READERS -> isNoted = isNoted || note[r]; r++
                :: else -> break
                od;
                r = 0;
                if
                :: !isNoted -> break
                :: isNoted -> waitOnMonitor()
                :: isNoted -> isInside = false; break                       /* out of time */
                fi
            od;
            exitMonitor();
            if
            :: isInside
            :: else ->
#ifndef NO_RESTORE
                biased = true;
#endif
                exitWrite()
            fi
        :: else
        fi;

        if
        :: isInside ->
            atomic { writersInside++; assert(writersInside == 1 && readersInside == 0) };
            atomic { assert(writersInside == 1 && readersInside == 0); writersInside-- };
            exitWrite()
        :: else
        fi
    :: else -> break
    od
}

/* Stores reach memory when they please. */
active proctype Memory() {
    byte r = 0;
end:
    do
    :: atomic { isStoring[0] -> drain(0) }
#if READERS > 1
    :: atomic { isStoring[1] -> drain(1) }
#endif
    od
}

init {
    byte i = 0;
    atomic {
        do :: i < READERS -> run Reader(i); i++ :: else -> break od;
        do :: i < THREADS -> run Writer(i); i++ :: else -> break od
    }
}
