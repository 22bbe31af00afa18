/*
 * Cached snapshots and the number of changes beside changes of single keys in a map in stripes, for all orders in which threads and
 * memory may go: runtime/SafeState/Gates/Striped, and what StateCore and StateField do for it, step by step.
 *
 * There are two keys, each with a stripe of its own, and each change gives a key a number of its own. Whoever asks may look a key up
 * (as striped-look-ups.pml has it in full), take the map's snapshot, the holder's image, or the version. The assertions say: a
 * snapshot is the state at one moment, and holds all that its asker knew by then; the version counts all that its asker knew by
 * then, and nothing that did not begin; it never goes back; what it counts is seen by whoever looks next; that of an image is
 * the image's own.
 *
 * With one of these defined the check must fail: DROP_LATE, DROP_IMAGE_LATE, COUNT_AT_ONCE, NO_WAIT_BUT_OLD, NO_WAIT_BUT_NEW,
 * NO_STORE_BARRIER, NO_RELEASE_AT_END, NO_FENCE_AT_END, NO_LOAD_BARRIER, NO_ACQUIRE_OF_SNAPSHOT, NO_ACQUIRE_OF_IMAGE,
 * NO_ACQUIRE_OF_CHANGES, NO_ACQUIRE_OF_VERSION, NO_RELEASE_OF_SNAPSHOT, COUNT_BEFORE_DROP, NO_RELEASE_IN_EXIT.
 */
#ifndef ASKERS
#define ASKERS 0
#endif
#ifndef ASKS
#define ASKS 2
#endif
#ifndef CHANGERS
#define CHANGERS 0
#endif
#ifndef CHANGES_OF_EACH
#define CHANGES_OF_EACH 1
#endif
#ifndef ASKS_OF_CHANGER
#define ASKS_OF_CHANGER 0
#endif
#ifndef SCOPES
#define SCOPES 0
#endif
#ifndef SNAPSHOTS
#define SNAPSHOTS 3
#endif
#ifndef DEPTH
#define DEPTH 6
#endif

#define KEYS 2
#define HISTORY 4
#define LOCKS 2
#define SHALLOW 2

#define CHANGES(stripe) (stripe)
#define VALUE(key) (2 + (key))
#define CLOSINGS 4
#define OPEN 5
#define SNAPSHOT 6
#define IMAGE 7
#define VERSION 8
#define DEEP 9
#define STATE(snapshot) (7 + 2 * (snapshot))
#define VERSION_OF(image) (8 + 2 * (image))
#define LOCATIONS (9 + 2 * SNAPSHOTS)

#include "memory.pml"

#define NOTHING 255
#define BOTH(first, second) ((first) * HISTORY + (second))
#define FIRST_OF(both) ((both) / HISTORY)
#define SECOND_OF(both) ((both) % HISTORY)

byte snapshots, begun;

/* How many scopes there are among the changes of the first key: they are among those of the second, too, and count once. */
byte scopesAmong[HISTORY];
#define count(first, second) ((first) + (second) - scopesAmong[first])

inline dropSnapshot() { atomic { load(SNAPSHOT, value); if :: value != 0 -> storeRelease(SNAPSHOT, 0) :: else fi; value = 0 } }

inline dropImage() { atomic { load(IMAGE, value); if :: value != 0 -> storeRelease(IMAGE, 0) :: else fi; value = 0 } }

inline change(mine) {
    enter(mine);
    d_step { begun++; record(mine, false); scopesAmong[changes[0]] = (mine == 0 -> scopesAmong[changes[0] - 1] : scopesAmong[changes[0]]) };
#ifndef DROP_LATE
    dropSnapshot();
#endif
#ifndef DROP_IMAGE_LATE
    dropImage();
#endif
#ifndef COUNT_AT_ONCE
    atomic { load(CHANGES(mine), value); storeRelease(CHANGES(mine), value + 1); value = 0 };
#endif
#ifndef NO_STORE_BARRIER
    keepStoresInOrder();
#endif
    store(VALUE(mine), changes[mine]);
#ifdef DROP_LATE
    dropSnapshot();
#endif
#ifdef DROP_IMAGE_LATE
    dropImage();
#endif
    atomic {
        load(CHANGES(mine), value);
#ifdef COUNT_AT_ONCE
        value++;
#endif
#ifndef NO_RELEASE_AT_END
        storeRelease(CHANGES(mine), value + 1);
#else
        store(CHANGES(mine), value + 1);
#endif
        value = 0
    };
    exit(mine);
    endChange();
    clear(leads);
    tell()
}

inline enterAll() {
    enter(0);
    enter(1);
    atomic { store(OPEN, false); load(CLOSINGS, value); storeRelease(CLOSINGS, value + 1); value = 0; keepStoresInOrder() }
}

inline exitAll() {
    storeRelease(OPEN, true);
    exit(1);
    exit(0);
    d_step { fullFence(); clear(leads) }
}

inline lookUp(wanted) {
    d_step { clear(leads) };
    loadAcquire(CLOSINGS, beginning);
    loadAcquire(OPEN, value);
    found = NOTHING;
    if
    :: value ->
        load(VALUE(wanted), value);
#ifndef NO_LOAD_BARRIER
        keepLoadsInOrder();
#endif
        loadAcquire(CLOSINGS, ending);
        if :: ending == beginning -> found = value :: else fi
    :: else
    fi;
    d_step { beginning = 0; ending = 0; value = 0 };
    if
    :: found != NOTHING
    :: else -> enter(wanted); load(VALUE(wanted), found); exit(wanted)
    fi;
    believe(wanted, found);
    d_step { clear(leads) }
}

/* With all stripes. */
inline takeSnapshot() {
    load(SNAPSHOT, one);
    if
    :: one == 0 ->
        load(VALUE(0), value);
        load(VALUE(1), found);
        snapshots++;
        one = snapshots;
        store(STATE(one), BOTH(value, found));
#ifndef NO_RELEASE_OF_SNAPSHOT
        storeInterlocked(SNAPSHOT, one)
#else
        store(SNAPSHOT, one)
#endif
    :: else
    fi;
    d_step { value = 0; found = 0 }
}

/* What a snapshot holds is what was there at one moment, later than what its asker knew. */
inline believeState() {
    d_step {
        assert(value != NOTHING);
        assert(FIRST_OF(value) >= knew.known[0] && SECOND_OF(value) >= knew.known[1]);
        joinPast(knew, past[CHANGE(0, FIRST_OF(value))]);
        joinPast(knew, past[CHANGE(1, SECOND_OF(value))]);
        assert(FIRST_OF(value) == knew.known[0] && SECOND_OF(value) == knew.known[1]);
        assert(count(knew.known[0], knew.known[1]) >= version)
    }
}

inline askForSnapshot() {
#ifndef NO_ACQUIRE_OF_SNAPSHOT
    loadAcquire(SNAPSHOT, one);
#else
    load(SNAPSHOT, one);
#endif
    if
    :: one == 0 -> enterAll(); atomic { takeSnapshot() }; exitAll()
    :: else
    fi;
    follow(STATE(one), value);
    believeState();
    d_step { value = 0; one = 0; clear(leads) }
}

inline askForImage() {
#ifndef NO_ACQUIRE_OF_IMAGE
    loadAcquire(IMAGE, one);
#else
    load(IMAGE, one);
#endif
    if
    :: one == 0 ->
        enterAll();
        atomic {
            load(IMAGE, one);
            if
            :: one == 0 ->
                takeSnapshot();
                load(VERSION, found);
                load(CHANGES(0), value);
                found = found + value / 2;
                load(CHANGES(1), value);
                found = found + value / 2;
                store(VERSION_OF(one), found);
                storeInterlocked(IMAGE, one)
            :: else
            fi;
            value = 0;
            found = 0
        };
        exitAll()
    :: else
    fi;
    follow(STATE(one), value);
    believeState();
    follow(VERSION_OF(one), found);
    assert(found == count(FIRST_OF(value), SECOND_OF(value)));
    d_step { value = 0; version = found; found = 0; one = 0; clear(leads) }
}

/* The number of changes of a stripe, which is not asked for between beginning and end of one. */
inline addChanges(stripe) {
#ifndef NO_ACQUIRE_OF_CHANGES
    loadAcquire(CHANGES(stripe), value);
#else
    load(CHANGES(stripe), value);
#endif
    if
    :: value % 2 == 0 -> found = found + value / 2
    :: value % 2 == 1 ->
#ifdef NO_WAIT_BUT_OLD
        found = found + value / 2
#else
#ifndef NO_WAIT_BUT_NEW
        do
        :: loadAcquire(CHANGES(stripe), ending); if :: ending != value -> break :: else fi
        od;
#endif
        found = found + (value + 1) / 2
#endif
    fi;
    d_step { value = 0; ending = 0 }
}

inline askForVersion() {
#ifndef NO_ACQUIRE_OF_IMAGE
    loadAcquire(IMAGE, one);
#else
    load(IMAGE, one);
#endif
    if
    :: one != 0 -> follow(VERSION_OF(one), found)
    :: else ->
#ifndef NO_ACQUIRE_OF_VERSION
        loadAcquire(VERSION, found);
#else
        load(VERSION, found);
#endif
        addChanges(0);
        addChanges(1)
    fi;
    d_step {
        assert(found >= count(knew.known[0], knew.known[1]));
        assert(found <= begun);
        assert(found >= version);
        version = found;
        one = 0;
        found = 0;
        clear(leads)
    }
}

inline ask() {
    if
    :: lookUp(0)
    :: lookUp(1)
    :: lookUp(0); lookUp(1); assert(count(knew.known[0], knew.known[1]) >= version)
    :: askForSnapshot()
    :: askForImage()
    :: askForVersion()
    fi
}

#define THREAD MEMORY_OF_THREAD; HISTORY_OF_THREAD; byte value, one, beginning, ending, found, version, done, asked

proctype Asker() {
    THREAD;
    do
    :: asked < ASKS -> asked++; listen(); ask(); tell()
    :: else -> break
    od
}

proctype Changer(byte mine) {
    THREAD;
    do
    :: done < CHANGES_OF_EACH -> done++; change(mine)
    :: done == CHANGES_OF_EACH && asked < ASKS_OF_CHANGER -> asked++; ask()
    :: done == CHANGES_OF_EACH && asked == ASKS_OF_CHANGER -> break
    od
}

proctype Scope() {
    THREAD;
    do
    :: done < SCOPES ->
        done++;
        enterAll();
        d_step {
            begun++;
            changes[0]++;
            changes[1]++;
            assert(changes[0] < HISTORY && changes[1] < HISTORY);
            knew.known[0] = changes[0];
            knew.known[1] = changes[1];
            joinPast(past[CHANGE(0, changes[0])], knew);
            joinPast(past[CHANGE(1, changes[1])], knew);
            scopesAmong[changes[0]] = scopesAmong[changes[0] - 1] + 1
        };
        dropSnapshot();
        store(VALUE(0), changes[0]);
        store(VALUE(1), changes[1]);
#ifndef COUNT_BEFORE_DROP
        dropImage();
#endif
        atomic { load(VERSION, value); storeRelease(VERSION, value + 1); value = 0 };
#ifdef COUNT_BEFORE_DROP
        dropImage();
#endif
        storeRelease(OPEN, true);
        exit(1);
        exit(0);
        endChange();
        tell()
    :: else -> break
    od
}

init {
    byte n;
    d_step {
        content[SLOT(OPEN, 0)] = true;
        n = 1;
        do :: n <= SNAPSHOTS -> content[SLOT(STATE(n), 0)] = NOTHING; content[SLOT(VERSION_OF(n), 0)] = NOTHING; n++ :: else -> break od;
#ifndef NOTHING_CACHED
        /* Somebody has asked for both before. */
        snapshots = 1;
        content[SLOT(SNAPSHOT, 0)] = 1;
        content[SLOT(IMAGE, 0)] = 1;
        content[SLOT(STATE(1), 0)] = BOTH(0, 0);
        content[SLOT(VERSION_OF(1), 0)] = 0;
#endif
        n = 0
    };
    atomic {
        do :: n < ASKERS -> run Asker(); n++ :: else -> break od;
        n = 0;
        do :: n < CHANGERS -> run Changer(n); n++ :: else -> break od;
        if :: SCOPES > 0 -> run Scope() :: else fi
    }
}
