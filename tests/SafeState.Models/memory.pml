/*
 * Weak memory for the models of the map in stripes, which include this: each place keeps all that was ever stored in it, in order,
 * and a load may find any of that but what is older than what its thread must know by then. So loads and stores seem to happen
 * earlier or later than they stand in the code, in any order, as far as nothing forbids that:
 *
 * - a store carries with it what stood before the last barrier for stores, a release everything that its thread knew;
 * - an acquire makes its thread know what was carried; after a plain load only those loads know it that depend on it, and all of
 *   them after a barrier for loads;
 * - full fences (an interlocked instruction is one, entering a lock, too) are in one order: each knows what the earlier ones did.
 *
 * This allows more than any processor that .NET runs on, but for one thing: no load finds what is stored later in the code.
 *
 * A model defines LOCATIONS, of which the first DEEP take DEPTH stores and the others SHALLOW, LOCKS and KEYS, of which each takes
 * HISTORY changes.
 */
typedef View { byte at[LOCATIONS] }

#define SLOTS (DEEP * DEPTH + (LOCATIONS - DEEP) * SHALLOW)
#define SLOT(place, index) ((place) < DEEP -> (place) * DEPTH + (index) : DEEP * DEPTH + ((place) - DEEP) * SHALLOW + (index))
#define ROOM(place) ((place) < DEEP -> DEPTH : SHALLOW)

/* The number of the last store in each place, what was stored, and what it carried. Number 0 is what everybody knows. */
byte latest[LOCATIONS];
byte content[SLOTS];
View carried[SLOTS];

/* What the full fences so far have made known. */
View fenced;

bool taken[LOCKS];
View left[LOCKS];

/*
 * What each thread has: what it knows; what its plain stores carry; what those of its loads know that depend on others.
 */
#define MEMORY_OF_THREAD View knows, ordered, leads; byte i, m, s

inline join(view, other) { i = 0; do :: i < LOCATIONS -> if :: other.at[i] > view.at[i] -> view.at[i] = other.at[i] :: else fi; i++ :: else -> break od; i = 0 }

inline copy(view, other) { i = 0; do :: i < LOCATIONS -> view.at[i] = other.at[i]; i++ :: else -> break od; i = 0 }

inline clear(view) { i = 0; do :: i < LOCATIONS -> view.at[i] = 0; i++ :: else -> break od; i = 0 }

/* Any of what is stored but the older. */
inline choose(where, oldest) { m = oldest; do :: m < latest[where] -> m++ :: break od }

inline load(where, what) {
    atomic {
        choose(where, knows.at[where]);
        s = SLOT(where, m);
        d_step { knows.at[where] = m; join(leads, carried[s]); what = content[s]; m = 0; s = 0 }
    }
}

inline loadAcquire(where, what) {
    atomic {
        choose(where, knows.at[where]);
        s = SLOT(where, m);
        d_step { knows.at[where] = m; join(knows, carried[s]); what = content[s]; m = 0; s = 0 }
    }
}

/* A load of which the place is what an earlier one has found. */
#ifndef NO_DEPENDENCY
inline follow(where, what) {
    atomic {
        if :: leads.at[where] > knows.at[where] -> choose(where, leads.at[where]) :: else -> choose(where, knows.at[where]) fi;
        s = SLOT(where, m);
        d_step { knows.at[where] = m; join(leads, carried[s]); what = content[s]; m = 0; s = 0 }
    }
}
#else
#define follow(where, what) load(where, what)
#endif

inline append(where, what, view) {
    latest[where]++;
    assert(latest[where] < ROOM(where));
    knows.at[where] = latest[where];
    s = SLOT(where, latest[where]);
    content[s] = what;
    copy(carried[s], view);
    carried[s].at[where] = latest[where];
    s = 0
}

inline store(where, what) { d_step { append(where, what, ordered) } }

inline storeRelease(where, what) { d_step { append(where, what, knows) } }

inline keepStoresInOrder() { d_step { copy(ordered, knows) } }

inline keepLoadsInOrder() { d_step { join(knows, leads) } }

inline fullFence() { d_step { join(knows, leads); join(knows, fenced); copy(fenced, knows); copy(ordered, knows) } }

/* Where several threads may store at once: behind the last. */
inline storeInterlocked(where, what) { d_step { s = SLOT(where, latest[where]); join(knows, carried[s]); knows.at[where] = latest[where]; append(where, what, knows); fullFence() } }

inline enter(lock) { atomic { !taken[lock] -> d_step { taken[lock] = true; join(knows, left[lock]); fullFence() } } }

#ifndef NO_RELEASE_IN_EXIT
inline exit(lock) { d_step { copy(left[lock], knows); taken[lock] = false } }
#else
inline exit(lock) { d_step { copy(left[lock], ordered); taken[lock] = false } }
#endif

/*
 * What the keys have held, one after the other: change number n of a key makes it n, or takes it away. With each goes what its
 * thread had to know of all keys by then, so that whoever has seen the change must know that, too.
 */
typedef Past { byte known[KEYS] }

#define CHANGE(key, number) ((key) * HISTORY + (number))

byte changes[KEYS];
bool isGone[KEYS * HISTORY];
Past past[KEYS * HISTORY];

/* What threads that changed something and returned have left behind, and what threads have told each other. */
Past ended;
Past told;
View toldView;

#define HISTORY_OF_THREAD Past knew; byte k

inline joinPast(one, other) { k = 0; do :: k < KEYS -> if :: other.known[k] > one.known[k] -> one.known[k] = other.known[k] :: else fi; k++ :: else -> break od; k = 0 }

/* The next change of a key. */
inline record(wanted, removes) {
    d_step {
        changes[wanted]++;
        assert(changes[wanted] < HISTORY);
        knew.known[wanted] = changes[wanted];
        isGone[CHANGE(wanted, changes[wanted])] = removes;
        joinPast(past[CHANGE(wanted, changes[wanted])], knew)
    }
}

/* An operation that changed something ends: whoever ends one later and then looks must find the change, as nobody could tell which was first. */
inline endChange() {
    d_step {
#ifndef NO_FENCE_AT_END
        fullFence();
#endif
        joinPast(ended, knew);
        joinPast(knew, ended)
    }
}

/* Threads talk to each other: whoever listens knows what the others did before they told. */
inline tell() { d_step { join(toldView, knows); joinPast(told, knew) } }

inline listen() { if :: d_step { join(knows, toldView); joinPast(knew, told) } :: true fi }

/* Asserts that a key held what was found, at some moment since the thread knew what it knows. */
#define GONE 254
#define UNFINISHED 255

inline believe(wanted, answer) {
    d_step {
        assert(answer != UNFINISHED);
        if
        :: answer == GONE ->
            answer = knew.known[wanted];
            do :: answer <= changes[wanted] && !isGone[CHANGE(wanted, answer)] -> answer++ :: else -> break od;
            assert(answer <= changes[wanted])
        :: else -> assert(answer >= knew.known[wanted])
        fi;
        joinPast(knew, past[CHANGE(wanted, answer)]);
        answer = 0
    }
}
