#!/usr/bin/env bash
# Checks the model of the reader-writer lock exhaustively, and that the check notices when something is left out of it.
# Needs spin and a C compiler. Usage: check.sh
set -u
cd "$(dirname "$0")"
command -v spin > /dev/null || { echo "spin is not installed: the model was not checked"; exit 3; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# verify NAME [DEFINITION…]: builds and runs the checker; prints and returns whether it found an error.
verify() {
    local name=$1
    shift
    mkdir -p "$work/$name"
    (
        cd "$work/$name" &&
            spin "$@" -a "$OLDPWD/reader-writer-lock.pml" &&
            gcc -O2 -DSAFETY -DCOLLAPSE -DVECTORSZ=2048 -o pan pan.c 2> /dev/null &&
            ./pan -m2000000 > out.txt 2>&1
    )
    if grep -q "max search depth too small\|out of memory" "$work/$name/out.txt"; then
        echo "$name: the search was not complete"
        return 2
    fi

    grep -q "errors: 0" "$work/$name/out.txt"
}

passed=0
failed=0
expect() {
    local wanted=$1 name=$2
    shift 2
    verify "$name" "$@"
    local result=$?
    local states
    states=$(grep -o "[0-9.e+]* states, stored" "$work/$name/out.txt" | head -1)
    if [ "$result" -eq "$wanted" ]; then
        passed=$((passed + 1))
        echo "ok    $name (${states:-no states})"
    else
        failed=$((failed + 1))
        echo "WRONG $name (${states:-no states})"
    fi
}

expect 0 "two threads that read and write" -DTHREADS=2 -DOPERATIONS=3
expect 0 "three threads that read or write" -DTHREADS=3 -DOPERATIONS=1
expect 0 "two readers and a writer" -DTHREADS=3 -DREADERS=2 -DOPERATIONS=2
expect 0 "a reader and two writers" -DTHREADS=3 -DREADERS=1 -DOPERATIONS=2
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
expect 1 "with a wake-up that nobody takes back" -DTHREADS=3 -DOPERATIONS=2 -DKEEP_WOKEN
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
