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
            ./pan -m1000000 > out.txt 2>&1
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

expect 0 "the lock, two readers and one writer" -DREADERS=2 -DWRITERS=1 -DOPERATIONS=2
expect 0 "the lock, one reader and two writers" -DREADERS=1 -DWRITERS=2 -DOPERATIONS=2
expect 0 "the lock, two readers and two writers" -DREADERS=2 -DWRITERS=2 -DOPERATIONS=1
expect 1 "without the barrier" -DREADERS=1 -DWRITERS=1 -DOPERATIONS=2 -DNO_BARRIER
expect 1 "without the second look" -DREADERS=1 -DWRITERS=1 -DOPERATIONS=2 -DNO_SECOND_LOOK
expect 1 "without waking the writer" -DREADERS=1 -DWRITERS=1 -DOPERATIONS=2 -DNO_WAKE
expect 1 "without restoring the bias" -DREADERS=2 -DWRITERS=2 -DOPERATIONS=2 -DNO_RESTORE
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
