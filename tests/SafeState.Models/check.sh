#!/usr/bin/env bash
# Checks the models exhaustively, and that each check notices when something is left out of its model.
# Needs spin and a C compiler. Usage: check.sh
set -u
cd "$(dirname "$0")"
command -v spin > /dev/null || { echo "spin is not installed: the models were not checked"; exit 3; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Several at once, but not more than there is memory for.
jobs=$(nproc 2> /dev/null || echo 1)
jobs=$((jobs < 4 ? jobs : 4))

# The model that is checked from here on, and how its checker is built: those of weak memory take longer to build well than to run.
use() {
    model=$1
    build=$2
}

# verify DIRECTORY [DEFINITION…]: builds and runs the checker; returns whether it found an error.
verify() {
    local results=$1
    shift
    mkdir -p "$results"
    (
        cd "$results" &&
            spin "$@" -a "$OLDPWD/$model.pml" > /dev/null &&
            gcc $build -DSAFETY -DCOLLAPSE -DVECTORSZ=4096 -o pan pan.c 2> /dev/null &&
            ./pan -m2000000 > out.txt 2>&1
    )
    # The last three say that the model has too little room for what its threads do.
    if ! grep -q "errors: " "$results/out.txt" ||
        grep -q "max search depth too small\|out of memory\|(latest\[.*\]<\|(changes\[.*\]<\|(nodes<" "$results/out.txt"; then
        echo "the search was not complete:"
        return 2
    fi

    grep -q "errors: 0" "$results/out.txt"
}

# judge WANTED NAME [DEFINITION…]: prints whether the checker said what it should.
judge() {
    local wanted=$1 name="$model, $2"
    shift 2
    verify "$work/$name" "$@"
    local result=$?
    local states
    states=$(grep -o "[0-9.e+]* states, stored" "$work/$name/out.txt" | head -1)
    if [ "$result" -eq "$wanted" ]; then
        echo "ok    $name (${states:-no states})"
    else
        echo "WRONG $name (${states:-no states})"
    fi
    rm -f "$work/$name/pan"*
}

checks=0
expect() {
    checks=$((checks + 1))
    while [ "$(jobs -pr | wc -l)" -ge "$jobs" ]; do
        wait -n
    done
    judge "$@" > "$work/$checks.txt" && cat "$work/$checks.txt" &
}

use reader-writer-lock -O2
expect 0 "two threads that read and write" -DTHREADS=2 -DOPERATIONS=3
expect 0 "three threads that read or write" -DTHREADS=3 -DOPERATIONS=1
expect 0 "two readers and a writer" -DTHREADS=3 -DREADERS=2 -DOPERATIONS=2
expect 0 "a reader and two writers" -DTHREADS=3 -DREADERS=1 -DOPERATIONS=2
expect 0 "three writers" -DTHREADS=3 -DREADERS=0 -DOPERATIONS=2
expect 0 "two readers and two writers" -DTHREADS=4 -DREADERS=2 -DOPERATIONS=1
expect 1 "without the barrier" -DTHREADS=2 -DOPERATIONS=3 -DNO_BARRIER
expect 1 "without looking at the bias once more" -DTHREADS=3 -DREADERS=2 -DOPERATIONS=2 -DNO_RECHECK
expect 1 "without the second look" -DTHREADS=2 -DOPERATIONS=3 -DNO_SECOND_LOOK
expect 1 "without the fence behind a note" -DTHREADS=2 -DOPERATIONS=1 -DNO_FENCE
expect 1 "without looking for notes" -DTHREADS=2 -DOPERATIONS=1 -DNO_SCAN
expect 1 "without waking the writer that waits for notes" -DTHREADS=2 -DOPERATIONS=1 -DNO_WAKE
expect 1 "without the barrier before that wait" -DTHREADS=2 -DOPERATIONS=1 -DNO_BLOCK_BARRIER
expect 1 "with a bias taken from another thread" -DTHREADS=2 -DOPERATIONS=3 -DBLIND_BEGIN
expect 1 "with one wake-up where two kinds sleep" -DTHREADS=4 -DREADERS=2 -DOPERATIONS=1 -DONE_WAKE
expect 1 "with a wake-up that nobody takes back" -DTHREADS=3 -DREADERS=0 -DOPERATIONS=2 -DKEEP_WOKEN
expect 1 "with one who says he is awake and sleeps" -DTHREADS=3 -DOPERATIONS=1 -DKEEP_EXPECTED
expect 1 "with a precedence that is kept against those who sleep" -DTHREADS=3 -DOPERATIONS=1 -DSTRICT_PRECEDENCE
expect 1 "with operations that leave without waking" -DTHREADS=2 -DOPERATIONS=1 -DSILENT_OPERATION
expect 1 "with a writer that looks whether notes are open before it takes the lock" -DTHREADS=2 -DOPERATIONS=2 -DTORN_ENTRY
use striped-look-ups -O0
two_scopes="-DLOOKERS=1 -DSCOPES=2 -DNODES=2 -DDEPTH=7 -DSHALLOW=5"
change_and_growth="-DLOOKERS=1 -DCHANGERS=1 -DGROWTHS=1"
scope_and_growth="-DLOOKERS=1 -DSCOPES=1 -DGROWTHS=1 -DMAY_REPLACE -DNODES=6"
one_change="-DLOOKERS=1 -DCHANGERS=1 -DWIDE -DNODES=4"
change_each="-DCHANGERS=2 -DSTRIPES=2 -DLOOKS_OF_CHANGER=1"
copy="-DCHANGERS=1 -DCHANGES=2 -DCOPIES=1 -DNODES=7"
never_open="$two_scopes -DNEVER_OPEN"
expect 0 "a look-up beside scopes" -DLOOKERS=1 -DSCOPES=2 -DMAY_REMOVE -DNODES=4 -DDEPTH=7 -DSHALLOW=6
expect 0 "two that look up beside a scope" -DLOOKERS=2 -DLOOKS=1 -DSCOPES=1 -DNODES=2
expect 0 "a look-up beside changes" -DLOOKERS=1 -DCHANGERS=2 -DMAY_REMOVE -DNODES=6
expect 0 "a look-up beside a change and growth" $change_and_growth
expect 0 "a look-up beside a scope and growth" $scope_and_growth
expect 0 "two that change a key each and look for the other" $change_each
expect 0 "changes behind a copy" $copy
expect 0 "a look-up in chains that are never open beside scopes" $never_open
expect 0 "a look-up in chains that are never open beside growth" $change_and_growth -DNEVER_OPEN
# Not needed: of a longer array the mask leads to the same chain of the shorter, or beyond it. What is true for growth only would be one rule more.
expect 0 "growth that does not close the chains" $change_and_growth -DNO_CLOSE_FOR_GROWTH
expect 1 "without the barrier for loads" $two_scopes -DNO_LOAD_BARRIER
expect 1 "without the last look" $two_scopes -DNO_LAST_LOOK
expect 1 "without acquire where a look-up begins" $two_scopes -DNO_ACQUIRE_IN_BEGIN
expect 1 "without acquire of the chains" $change_and_growth -DNO_ACQUIRE_OF_CHAINS
expect 1 "without the barrier before a change" $one_change -DNO_STORE_BARRIER
expect 1 "on a processor that ignores what depends on what" $one_change -DNO_DEPENDENCY
expect 1 "without closing" $two_scopes -DNO_CLOSE
expect 1 "without the barrier behind the number of closings" $scope_and_growth -DNO_BARRIER_IN_CLOSE
expect 1 "without release of the number of closings" $two_scopes -DNO_RELEASE_IN_CLOSE
expect 1 "with closing behind the changes" $two_scopes -DCLOSE_LATE
expect 1 "without release of the chains" $two_scopes -DNO_RELEASE_IN_OPEN
expect 1 "without looking for scopes" $two_scopes -DNO_LOOK_FOR_SCOPES
expect 1 "without the fence at the end of a change" $change_each -DNO_FENCE_AT_END
expect 1 "without release where stripes are left" -DCHANGERS=1 -DLOOKS_OF_CHANGER=1 -DSCOPES=1 -DNODES=2 -DNO_RELEASE_IN_EXIT
expect 1 "without editions" $copy -DNO_EDITIONS
expect 1 "without what .NET promises for references" $change_and_growth -DNEVER_OPEN -DNO_OBJECTS

use striped-snapshots -O0
one_change="-DASKERS=1 -DCHANGERS=1 -DDEPTH=8"
change_each="-DCHANGERS=2 -DASKS_OF_CHANGER=1 -DDEPTH=8"
one_scope="-DASKERS=1 -DSCOPES=1 -DDEPTH=8"
expect 0 "one that asks beside a change" $one_change
expect 0 "two that change a key each and ask" $change_each
expect 0 "one that asks beside a scope" $one_scope
expect 1 "with a snapshot dropped late" $one_change -DDROP_LATE
expect 1 "with an image dropped late" $one_change -DDROP_IMAGE_LATE
expect 1 "with a change counted at once" $one_change -DCOUNT_AT_ONCE
expect 1 "with the old number during a change" $one_change -DNO_WAIT_BUT_OLD
expect 1 "with the new number during a change" $one_change -DNO_WAIT_BUT_NEW
expect 1 "without the barrier before a change" $one_change -DNO_STORE_BARRIER
expect 1 "without release of the number of changes" $one_change -DNO_RELEASE_AT_END
expect 1 "without the fence at the end of a change" $change_each -DNO_FENCE_AT_END
expect 1 "without the barrier for loads" $one_change -DNO_LOAD_BARRIER
expect 1 "without acquire of the snapshot" $one_change -DASKS_OF_CHANGER=1 -DNO_ACQUIRE_OF_SNAPSHOT
expect 1 "without acquire of the image" $one_change -DASKS_OF_CHANGER=1 -DNO_ACQUIRE_OF_IMAGE
expect 1 "without acquire of the number of changes" $one_change -DNO_ACQUIRE_OF_CHANGES
expect 1 "without acquire of the version" $one_scope -DNOTHING_CACHED -DNO_ACQUIRE_OF_VERSION
expect 1 "without release of the snapshot" $one_change -DASKS_OF_CHANGER=1 -DNO_RELEASE_OF_SNAPSHOT
expect 1 "without release where stripes are left" -DCHANGERS=1 -DASKS_OF_CHANGER=1 -DSCOPES=1 -DDEPTH=8 -DNO_RELEASE_IN_EXIT
# Searched the other way round: there the error comes before the room for stores ends.
use striped-snapshots "-O0 -DREVERSE -DT_REVERSE"
expect 1 "with the version before the image is dropped" -DASKERS=2 -DSCOPES=1 -DDEPTH=8 -DNOTHING_CACHED -DCOUNT_BEFORE_DROP

use striped-entering -O0
expect 0 "two that enter while the stripes become more" -DCHANGERS=2
expect 0 "two that enter beside a scope" -DCHANGERS=2 -DGROWERS=0 -DSCOPES=1
expect 0 "one that counts while the stripes become more" -DCHANGERS=1 -DASKERS=1
expect 1 "without looking whether the whole is wanted" -DCHANGERS=2 -DNO_LOOK_FOR_WHOLE
expect 1 "without asking for the stripe again" -DCHANGERS=3 -DNO_SECOND_LOOK
expect 1 "without the barrier behind the wish for the whole" -DCHANGERS=2 -DNO_BARRIER
expect 1 "without waiting for those inside" -DCHANGERS=2 -DNO_WAIT
expect 1 "with new stripes forgotten by who wants the whole" -DCHANGERS=1 -DSCOPES=1 -DFORGETS_NEW_STRIPES
expect 1 "without release of the whole" -DCHANGERS=2 -DNO_RELEASE_OF_WHOLE
expect 1 "without release where stripes are left" -DCHANGERS=2 -DNO_RELEASE_OF_STRIPE
expect 1 "without acquire where stripes are found free" -DCHANGERS=2 -DNO_ACQUIRE_OF_STRIPE
expect 1 "with more stripes behind the whole" -DCHANGERS=3 -DSPREAD_LATE
expect 1 "with new stripes not counted" -DCHANGERS=1 -DASKERS=1 -DCOUNTS_OLD_STRIPES

wait
passed=$(cat "$work"/*.txt | grep -c '^ok')
echo "$passed passed, $((checks - passed)) failed"
[ "$passed" -eq "$checks" ]
