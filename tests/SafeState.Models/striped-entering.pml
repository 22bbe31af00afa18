/*
 * Who is inside stripes, and inside the whole, while the stripes become more, for all orders in which threads and memory may go:
 * runtime/SafeState/Gates/Striped/StripeSet.cs, step by step.
 *
 * Two keys belong to one stripe until the map grows; then the second one gets a stripe of its own. The assertions say: of those
 * who have the stripe of a key, and those who have the whole, one is inside at a time, and sees what all others did inside;
 * the number of changes counts all that its asker knew by then, and never goes back.
 *
 * With one of these defined the check must fail: NO_SECOND_LOOK, NO_LOOK_FOR_WHOLE, NO_BARRIER, NO_WAIT, FORGETS_NEW_STRIPES,
 * NO_RELEASE_OF_WHOLE, NO_RELEASE_OF_STRIPE, NO_ACQUIRE_OF_STRIPE, SPREAD_LATE, COUNTS_OLD_STRIPES.
 */
#ifndef CHANGERS
#define CHANGERS 1
#endif
#ifndef OPERATIONS
#define OPERATIONS 1
#endif
#ifndef GROWERS
#define GROWERS 1
#endif
#ifndef SCOPES
#define SCOPES 0
#endif
#ifndef ASKERS
#define ASKERS 0
#endif

#define KEYS 2
#define HISTORY 4
#define LOCKS 1

/* Whether the whole is wanted, how many stripes the map has, how many there are to count and to wait for, and of each stripe whether
 * it is taken, and its changes; what each key has, which is for those only who are inside. */
#define WHOLE 0
#define STRIPES 1
#define ALL 2
#define TAKEN(stripe) (3 + (stripe))
#define CHANGES(stripe) (5 + (stripe))
#define HELD(key) (7 + (key))
#define LOCATIONS 9
#define DEEP 9
#define DEPTH 7
#define SHALLOW 1

#include "memory.pml"

byte inside[KEYS], versions;

#define STRIPE(key, count) ((key) & ((count) - 1))

#ifndef NO_LOOK_FOR_WHOLE
#define IS_UNWANTED(whole) (!(whole))
#else
#define IS_UNWANTED(whole) (true)
#endif

#ifndef NO_SECOND_LOOK
#define IS_STILL(stripe, wanted) (STRIPE(wanted, count) == (stripe))
#else
#define IS_STILL(stripe, wanted) (true)
#endif

inline tryEnter(wanted) {
    loadAcquire(STRIPES, count);
    stripe = STRIPE(wanted, count);
    isInside = false;
    if
    :: atomic { content[SLOT(TAKEN(stripe), latest[TAKEN(stripe)])] == 0 -> storeInterlocked(TAKEN(stripe), 1) };
        loadAcquire(WHOLE, value);
        loadAcquire(STRIPES, count);
        if
        :: IS_UNWANTED(value) && IS_STILL(stripe, wanted) -> isInside = true
        :: else -> storeRelease(TAKEN(stripe), 0)
        fi
    :: content[SLOT(TAKEN(stripe), latest[TAKEN(stripe)])] == 1
    fi;
    d_step { value = 0; count = 0 }
}

/* Inside: what the key has is what was last given to it. */
inline changeKey(wanted) {
    atomic { assert(inside[wanted] == 0); inside[wanted]++ };
    atomic { load(HELD(wanted), value); assert(value == changes[wanted]) };
    atomic { record(wanted, false); store(HELD(wanted), changes[wanted]); value = 0 };
    inside[wanted]--
}

inline enterWhole() {
    enter(0);
    storeRelease(WHOLE, 1);
#ifndef NO_BARRIER
    fullFence();
#endif
    loadAcquire(ALL, count);
#ifdef FORGETS_NEW_STRIPES
    count = 1;
#endif
#ifndef NO_WAIT
    stripe = 0;
    do
    :: stripe < count ->
#ifndef NO_ACQUIRE_OF_STRIPE
        loadAcquire(TAKEN(stripe), value);
#else
        load(TAKEN(stripe), value);
#endif
        if :: value == 0 -> stripe++ :: else fi
    :: else -> break
    od;
#endif
    stripe = 0;
    d_step { value = 0; count = 0 }
}

inline exitWhole() {
#ifndef NO_RELEASE_OF_WHOLE
    storeRelease(WHOLE, 0);
#else
    store(WHOLE, 0);
#endif
    d_step { fullFence(); clear(leads) };
    exit(0)
}

#define THREAD MEMORY_OF_THREAD; HISTORY_OF_THREAD; byte value, count, stripe, done; bool isInside

proctype Changer(byte mine) {
    THREAD;
    do
    :: done < OPERATIONS ->
        tryEnter(mine);
        if
        :: isInside ->
            done++;
            atomic { load(CHANGES(stripe), value); storeRelease(CHANGES(stripe), value + 1); value = 0 };
            changeKey(mine);
            /* One exchange, which is both: the store that lets others in, and the full fence. */
#ifndef NO_RELEASE_OF_STRIPE
            storeRelease(TAKEN(stripe), 0);
#else
            store(TAKEN(stripe), 0);
#endif
            endChange();
            d_step { isInside = false; stripe = 0; clear(leads) };
            tell()
        /* Out of patience; it would try again, and again. */
        :: !isInside -> stripe = 0; break
        fi
    :: else -> break
    od
}

proctype Whole(bool grows) {
    THREAD;
    enterWhole();
#if ASKERS == 0
    /* Counted elsewhere, and so nothing for those who count here. */
    changeKey(0);
    changeKey(1);
#endif
    if
    :: grows ->
#ifndef SPREAD_LATE
        storeRelease(ALL, 2);
        storeRelease(STRIPES, 2)
#else
        skip
#endif
    :: else
    fi;
    exitWhole();
#ifdef SPREAD_LATE
    if :: grows -> storeRelease(ALL, 2); storeRelease(STRIPES, 2) :: else fi;
#endif
    skip
}

proctype Asker() {
    THREAD;
    byte sum, last;
    do
    :: done < 2 ->
        done++;
        listen();
        loadAcquire(ALL, count);
#ifdef COUNTS_OLD_STRIPES
        count = 1;
#endif
        loadAcquire(CHANGES(0), sum);
        if :: count > 1 -> loadAcquire(CHANGES(1), value); sum = sum + value :: else fi;
        d_step {
            assert(sum >= knew.known[0] + knew.known[1] && sum >= last);
            last = sum;
            sum = 0;
            value = 0;
            count = 0
        }
    :: else -> break
    od
}

init {
    byte n;
    d_step { content[SLOT(STRIPES, 0)] = 1; content[SLOT(ALL, 0)] = 1 };
    atomic {
        do :: n < CHANGERS -> run Changer((n + 1) & 1); n++ :: else -> break od;
        n = 0;
        do :: n < GROWERS -> run Whole(true); n++ :: else -> break od;
        n = 0;
        do :: n < SCOPES -> run Whole(false); n++ :: else -> break od;
        n = 0;
        do :: n < ASKERS -> run Asker(); n++ :: else -> break od
    }
}
