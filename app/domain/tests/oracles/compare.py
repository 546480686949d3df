"""Compares `yihao check` with independent packages, and fails on the first differences.

    python compare.py PATH_OF_YIHAO [SEED]

Each module gives cases: a line, and a function that names what is wrong with the answer (or
nothing). Where a package is known to differ from the standard, the module says so.
"""

import json
import random
import subprocess
import sys

sys.dont_write_bytecode = True

import codes  # noqa: E402
import days  # noqa: E402
import people  # noqa: E402

SHOWN = 5


def answers(binary, kind, lines):
    """What the portal says to each line."""
    text = "".join(line + "\n" for line in lines)
    done = subprocess.run([binary, "check", kind], input=text.encode(), stdout=subprocess.PIPE, check=True)
    found = done.stdout.splitlines()
    if len(found) != len(lines):
        raise SystemExit(f"{kind}: {len(lines)} lines in, {len(found)} out")
    return map(json.loads, found)


def differences(binary, kind, cases):
    """The lines with a wrong answer, and what is wrong."""
    lines = [line for line, _ in cases]
    for (line, judge), answer in zip(cases, answers(binary, kind, lines)):
        if wrong := judge(answer):
            yield f"{kind}: {line!r} gives {answer}: {wrong}"


def main(binary, seed="1"):
    """Runs every comparison; the number of differences is the result."""
    chance = random.Random(int(seed))
    total = 0
    for module in (people, codes, days):
        for name, kind, cases in module.comparisons(chance):
            found = list(differences(binary, kind, cases))
            print(f"{name}: {len(cases)} compared, {len(found)} differ")
            print(*found[:SHOWN], sep="\n", end="\n" if found else "")
            total += len(found)
    return total


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    sys.exit(1 if main(*sys.argv[1:]) else 0)
