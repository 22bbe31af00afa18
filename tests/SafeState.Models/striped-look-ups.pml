/*
 * Look-ups without a lock in a map in stripes, beside changes of single keys, scopes, growth and copies, for all orders in which
 * threads and memory may go: runtime/SafeState/Storage/Striped, step by step.
 *
 * There are two keys, which lie in one chain if there is one stripe, until the map grows; with two stripes they lie in two. Each
 * change gives a key a number of its own, so that a look-up tells what it has found. The assertions say: a look-up finds what its
 * key held at some moment while it ran; who has found a change of a scope finds the others, too, whoever tells whom; who has
 * changed something and then looks, finds what others had changed before that; a copy never changes.
 *
 * That an object is whole for whoever finds a new reference to it is a promise of .NET, used here for the chains only.
 *
 * Not here: delegates, which close the chains for their own thread only; who goes first and how long one waits; keys with a
 * comparer differ in NEVER_OPEN only. Numbers that begin again when they are used up are out of reach.
 *
 * With one of these defined the check must fail: NO_LOAD_BARRIER, NO_LAST_LOOK, NO_ACQUIRE_IN_BEGIN, NO_ACQUIRE_OF_CHAINS,
 * NO_STORE_BARRIER, NO_CLOSE, NO_BARRIER_IN_CLOSE, NO_RELEASE_IN_CLOSE, CLOSE_LATE, NO_RELEASE_IN_OPEN, NO_LOOK_FOR_SCOPES,
 * NO_FENCE_AT_END, NO_EDITIONS, NO_DEPENDENCY, NO_OBJECTS, NO_RELEASE_IN_EXIT.
 */

/* How many threads do what: look up; change keys one by one, and then look up; open a scope; make the map grow; copy it. */
#ifndef LOOKERS
#define LOOKERS 0
#endif
#ifndef LOOKS
#define LOOKS 2
#endif
#ifndef CHANGERS
#define CHANGERS 0
#endif
#ifndef CHANGES
#define CHANGES 1
#endif
#ifndef LOOKS_OF_CHANGER
#define LOOKS_OF_CHANGER 0
#endif
#ifndef SCOPES
#define SCOPES 0
#endif
#ifndef GROWTHS
#define GROWTHS 0
#endif
#ifndef COPIES
#define COPIES 0
#endif
#ifndef STRIPES
#define STRIPES 1
#endif
#ifndef NODES
#define NODES 5
#endif
#ifndef DEPTH
#define DEPTH 6
#endif
#ifndef SHALLOW
#define SHALLOW 4
#endif

#ifdef WIDE
#define MAY_BE_WIDE true
#else
#define MAY_BE_WIDE false
#endif

#define KEYS 2
#define HISTORY 6
#define LOCKS STRIPES

/* The chains that the map begins with; those after growth, twice as many; those that a scope puts in their place. No chains: none. */
#define NONE 0
#define FIRST_CHAINS 1
#define GROWN_CHAINS 2
#define OTHER_CHAINS 3
#define LENGTH(chains) ((chains) == GROWN_CHAINS -> 2 * STRIPES : STRIPES)

/* The places: what look-ups use, the map's own chains, the beginnings of chains 0 and 1, and of each node its value and the next. */
#define CLOSINGS 0
#define CHAINS 1
#define WHOLE 2
#define MASK 3
#define MASTER 4
#define FIRST(chains, index) (3 + 2 * (chains) + (index))
#define VALUE(node) (9 + 2 * (node))
#define NEXT(node) (10 + 2 * (node))
#define LOCATIONS (11 + 2 * NODES)
#define DEEP 3

#include "memory.pml"

byte nodes, edition;
byte keyOf[NODES + 1], editionOf[NODES + 1];

/* The hash code of a key is the key. */
#define CHAIN(key, chains) ((key) & (LENGTH(chains) - 1))
#define STRIPE(key) ((key) & (STRIPES - 1))

inline makeNode(ofKey, what, link) {
    d_step {
        assert(nodes < NODES);
        keyOf[nodes + 1] = ofKey;
        editionOf[nodes + 1] = edition;
        append(VALUE(nodes + 1), what, ordered);
        append(NEXT(nodes + 1), link, ordered);
        nodes++
    }
}

/* A reference is stored, and with it goes what the object is: the beginnings of its chains, or what its node is. */
#ifndef NO_OBJECTS
inline storeChains(where, which) {
    d_step {
        append(where, which, ordered);
        s = SLOT(where, latest[where]);
        carried[s].at[FIRST(which, 0)] = latest[FIRST(which, 0)];
        carried[s].at[FIRST(which, 1)] = latest[FIRST(which, 1)];
        s = 0
    }
}

inline storeNode(where, which) {
    d_step {
        append(where, which, ordered);
        s = SLOT(where, latest[where]);
        if :: which != 0 -> carried[s].at[VALUE(which)] = latest[VALUE(which)]; carried[s].at[NEXT(which)] = latest[NEXT(which)] :: else fi;
        s = 0
    }
}
#else
inline storeChains(where, which) { store(where, which) }
inline storeNode(where, which) { store(where, which) }
#endif

/* With the stripe, or without: the node of the key in the map's own chains, and the one before it. */
inline find(wanted) {
    previous = 0;
    load(MASTER, chains);
    follow(FIRST(chains, CHAIN(wanted, chains)), node);
    do
    :: node != 0 && keyOf[node] != wanted -> previous = node; follow(NEXT(node), node)
    :: else -> break
    od
}

inline beginChange() {
#ifndef NO_STORE_BARRIER
    keepStoresInOrder()
#else
    skip
#endif
}

#ifndef NO_EDITIONS
#define isShared(node) (editionOf[node] != edition)
#else
#define isShared(node) false
#endif

/* Puts another node, or none, in the place of one, behind the previous. */
inline relink(wanted, substitute) {
    if
    :: previous == 0 -> beginChange(); store(FIRST(chains, CHAIN(wanted, chains)), substitute)
    :: previous != 0 && !isShared(previous) -> beginChange(); store(NEXT(previous), substitute)
    :: previous != 0 && isShared(previous) ->
        follow(VALUE(previous), value);
        makeNode(keyOf[previous], value, substitute);
        beginChange();
        store(FIRST(chains, CHAIN(wanted, chains)), nodes)
    fi
}

/* All of this is seen by its one store only. */
inline set(wanted, number) {
    atomic {
        clear(leads);
        find(wanted);
        if
        :: node == 0 ->
            follow(FIRST(chains, CHAIN(wanted, chains)), value);
            makeNode(wanted, number, value);
            beginChange();
            store(FIRST(chains, CHAIN(wanted, chains)), nodes)
        :: node != 0 && !isShared(node) -> beginChange(); store(VALUE(node), number)
        /* A value that cannot be stored in one piece is in a node of its own. */
        :: node != 0 && (isShared(node) || MAY_BE_WIDE) -> follow(NEXT(node), value); makeNode(wanted, number, value); relink(wanted, nodes)
        fi;
        forget()
    }
}

inline remove(wanted) {
    atomic {
        clear(leads);
        find(wanted);
        if
        :: node != 0 -> follow(NEXT(node), node); relink(wanted, node)
        :: else
        fi;
        forget()
    }
}

inline forget() { d_step { clear(leads); chains = 0; node = 0; previous = 0; value = 0 } }

inline close() {
#ifndef NO_CLOSE
    store(CHAINS, NONE);
    load(CLOSINGS, value);
#ifndef NO_RELEASE_IN_CLOSE
    storeRelease(CLOSINGS, value + 1);
#else
    store(CLOSINGS, value + 1);
#endif
#ifndef NO_BARRIER_IN_CLOSE
    keepStoresInOrder();
#endif
#endif
    forget()
}

inline open() {
#ifndef NEVER_OPEN
    load(MASTER, chains);
    store(MASK, LENGTH(chains) - 1);
#ifndef NO_RELEASE_IN_OPEN
    storeRelease(CHAINS, chains);
#else
    storeChains(CHAINS, chains);
#endif
#endif
    forget()
}

inline takeStripes() {
    storeRelease(WHOLE, true);
    enter(0);
#if STRIPES > 1
    enter(1)
#endif
}

inline giveStripesBack() {
    storeRelease(WHOLE, false);
#if STRIPES > 1
    exit(1);
#endif
    exit(0)
}

/* Of those who want all stripes there is one. */
bool wholeTaken;
View wholeLeft;

inline enterWhole() { atomic { !wholeTaken -> d_step { wholeTaken = true; join(knows, wholeLeft); fullFence() } } }
inline exitWhole() { d_step { endChange(); copy(wholeLeft, knows); wholeTaken = false } }

inline lookUp(wanted) {
    listen();
    clear(leads);
#ifndef NO_ACQUIRE_IN_BEGIN
    loadAcquire(CLOSINGS, beginning);
#else
    load(CLOSINGS, beginning);
#endif
#ifndef NO_ACQUIRE_OF_CHAINS
    loadAcquire(CHAINS, chains);
#else
    load(CHAINS, chains);
#endif
    found = UNFINISHED;
    if
    :: chains != NONE ->
        load(MASK, value);
        if
        :: (wanted & value) < LENGTH(chains) ->
            follow(FIRST(chains, (wanted & value)), node);
            do
            :: node != 0 && keyOf[node] != wanted -> follow(NEXT(node), node)
            :: else -> break
            od;
            endLookUp()
        :: else
        fi
    :: else
    fi;
    if
    :: found != UNFINISHED
    :: else -> lookUpMaster(wanted)
    fi;
    believe(wanted, found);
    forget();
    tell()
}

/* What was found is believed if no scope has begun since. */
inline endLookUp() {
    if
    :: node != 0 -> follow(VALUE(node), value)
    :: else -> value = GONE
    fi;
#ifndef NO_LOAD_BARRIER
    keepLoadsInOrder();
#endif
#ifndef NO_LAST_LOOK
    loadAcquire(CLOSINGS, ending);
    d_step { if :: ending == beginning -> found = value; assert(found != UNFINISHED) :: else fi; ending = 0; beginning = 0 }
#else
    d_step { found = value; assert(found != UNFINISHED); beginning = 0 }
#endif
}

inline lookUpMaster(wanted) {
    loadAcquire(CLOSINGS, beginning);
    loadAcquire(WHOLE, value);
    if
#ifndef NO_LOOK_FOR_SCOPES
    :: value -> beginning = 0
    :: !value ->
#else
    :: true ->
#endif
        clear(leads);
        find(wanted);
        endLookUp()
    fi;
    if
    :: found != UNFINISHED
    :: else ->
        enter(STRIPE(wanted));
        atomic {
            clear(leads);
            find(wanted);
            if :: node != 0 -> follow(VALUE(node), found) :: else -> found = GONE fi
        };
        exit(STRIPE(wanted))
    fi
}

#define THREAD MEMORY_OF_THREAD; HISTORY_OF_THREAD; byte chains, node, previous, value, key, beginning, ending, found

proctype Looker() {
    THREAD;
    byte looks;
    do
    :: looks < LOOKS -> looks++; if :: key = 0 :: key = 1 fi; lookUp(key); key = 0
    :: else -> break
    od
}

proctype Changer(byte mine) {
    THREAD;
    byte looks, done;
    do
    :: done < CHANGES ->
        done++;
        /* With two stripes each has a key of its own, so that they do not meet there. */
        if :: STRIPES == 1 || mine == 0 -> key = 0 :: STRIPES == 1 || mine == 1 -> key = 1 fi;
        enter(STRIPE(key));
        if
        :: record(key, false); set(key, changes[key])
#ifdef MAY_REMOVE
        :: !isGone[CHANGE(key, changes[key])] -> record(key, true); remove(key)
#endif
        fi;
        exit(STRIPE(key));
        endChange();
        key = 0;
        tell()
    :: done == CHANGES && looks < LOOKS_OF_CHANGER -> looks++; if :: key = 0 :: key = 1 fi; lookUp(key); key = 0
    :: done == CHANGES && looks == LOOKS_OF_CHANGER -> break
    od
}

/* Gives both keys new values as one change; the first has another one in between, or none, or both lie in other chains. */
proctype Scope() {
    THREAD;
    byte done;
    do
    :: done < SCOPES ->
        done++;
        enterWhole();
        takeStripes();
#ifndef CLOSE_LATE
        close();
#endif
        /* Each of the two changes knows of the other. */
        d_step {
            changes[0]++;
            changes[1]++;
            knew.known[0] = changes[0];
            knew.known[1] = changes[1];
            joinPast(past[CHANGE(0, changes[0])], knew);
            joinPast(past[CHANGE(1, changes[1])], knew)
        };
        if
        :: set(0, UNFINISHED); set(1, changes[1]); set(0, changes[0])
#ifdef MAY_REMOVE
        :: remove(0); set(1, changes[1]); set(0, changes[0])
#endif
#ifdef MAY_REPLACE
        :: latest[FIRST(OTHER_CHAINS, 0)] == 0 ->
            atomic {
                makeNode(0, changes[0], 0);
                storeNode(FIRST(OTHER_CHAINS, 0), nodes);
#if STRIPES > 1
                makeNode(1, changes[1], 0);
                storeNode(FIRST(OTHER_CHAINS, 1), nodes);
#else
                makeNode(1, changes[1], nodes);
                storeNode(FIRST(OTHER_CHAINS, 0), nodes);
#endif
                storeChains(MASTER, OTHER_CHAINS)
            }
#endif
        fi;
#ifdef CLOSE_LATE
        close();
#endif
        open();
        giveStripesBack();
        exitWhole();
        tell()
    :: else -> break
    od
}

/* The end of a chain that stays together is used as it is, what comes before it is copied. */
proctype Grower() {
    THREAD;
    byte next;
    enterWhole();
    takeStripes();
    atomic {
        load(MASTER, chains);
        clear(leads);
#if STRIPES == 1
        follow(FIRST(chains, 0), node);
        if
        :: node != 0 ->
            follow(NEXT(node), next);
            if
            :: next != 0 ->
                storeNode(FIRST(GROWN_CHAINS, keyOf[next]), next);
                follow(VALUE(node), value);
                makeNode(keyOf[node], value, 0);
                storeNode(FIRST(GROWN_CHAINS, keyOf[node]), nodes)
            :: else -> storeNode(FIRST(GROWN_CHAINS, keyOf[node]), node)
            fi
        :: else
        fi;
#else
        follow(FIRST(chains, 0), node);
        storeNode(FIRST(GROWN_CHAINS, 0), node);
        follow(FIRST(chains, 1), node);
        storeNode(FIRST(GROWN_CHAINS, 1), node);
#endif
        forget();
        next = 0;
        storeChains(MASTER, GROWN_CHAINS)
    };
#ifndef NEVER_OPEN
#ifndef NO_CLOSE_FOR_GROWTH
    close();
#endif
    open();
#endif
    giveStripesBack();
    exitWhole();
    tell()
}

/* Shares all nodes with the map, and looks at them when the map may have changed. */
proctype Copier() {
    THREAD;
    byte firsts[2], held[2], copied;
    enterWhole();
    takeStripes();
    close();
    atomic {
        clear(leads);
        load(MASTER, copied);
        follow(FIRST(copied, 0), firsts[0]);
        follow(FIRST(copied, 1), firsts[1]);
        held[0] = (isGone[CHANGE(0, changes[0])] -> GONE : changes[0]);
        held[1] = (isGone[CHANGE(1, changes[1])] -> GONE : changes[1]);
        clear(leads);
        edition++
    };
    open();
    giveStripesBack();
    exitWhole();
    tell();
    do
    :: key < KEYS ->
        node = firsts[CHAIN(key, copied)];
        do
        :: node != 0 && keyOf[node] != key -> follow(NEXT(node), node)
        :: else -> break
        od;
        if :: node != 0 -> follow(VALUE(node), found) :: else -> found = GONE fi;
        assert(found == held[key]);
        found = 0;
        key++
    :: else -> break
    od
}

init {
    MEMORY_OF_THREAD;
    byte n;
    d_step {
        /* All of this is known to everybody, as number 0 of each place. What a node is before it is made must not be found. */
        content[SLOT(CHAINS, 0)] = FIRST_CHAINS;
        content[SLOT(MASK, 0)] = STRIPES - 1;
        content[SLOT(MASTER, 0)] = FIRST_CHAINS;
        n = 1;
        do :: n <= NODES -> content[SLOT(VALUE(n), 0)] = UNFINISHED; n++ :: else -> break od;
        nodes = 2;
        keyOf[1] = 0;
        keyOf[2] = 1;
        content[SLOT(VALUE(1), 0)] = 0;
        content[SLOT(VALUE(2), 0)] = 0;
#if STRIPES > 1
        content[SLOT(FIRST(FIRST_CHAINS, 0), 0)] = 1;
        content[SLOT(FIRST(FIRST_CHAINS, 1), 0)] = 2
#else
        content[SLOT(FIRST(FIRST_CHAINS, 0), 0)] = 2;
        content[SLOT(NEXT(2), 0)] = 1
#endif
#ifdef NEVER_OPEN
        ;
        content[SLOT(CHAINS, 0)] = NONE
#endif
    };
    n = 0;
    atomic {
        do :: n < LOOKERS -> run Looker(); n++ :: else -> break od;
        n = 0;
        do :: n < CHANGERS -> run Changer(n); n++ :: else -> break od;
        if :: SCOPES > 0 -> run Scope() :: else fi;
        if :: GROWTHS > 0 -> run Grower() :: else fi;
        if :: COPIES > 0 -> run Copier() :: else fi
    }
}
