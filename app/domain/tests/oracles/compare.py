"""Compares `yihao check` with independent packages, and fails on the first differences.

    python compare.py PATH_OF_YIHAO [SEED] [COUNT]

Each module gives cases: a line, and a function that names what is wrong with the answer (or
nothing). Where a package is known to differ from the standard, the function says `Known`: such
lines are counted by reason and told in docs/oracles.md, but are no fault. COUNT is how many random
values of each kind are made (12,000 unless told); they are compared by parts, so a million fit.
"""

import collections
import json
import random
import subprocess
import sys

sys.dont_write_bytecode = True

import codes  # noqa: E402
import days  # noqa: E402
import people  # noqa: E402
from verdict import Known  # noqa: E402

SHOWN = 5
PART = 50_000


def answers(binary, kind, lines):
    """What the portal says to each line."""
    text = "".join(line + "\n" for line in lines)
    done = subprocess.run([binary, "check", kind], input=text.encode(), stdout=subprocess.PIPE, check=True)
    found = done.stdout.splitlines()
    if len(found) != len(lines):
        raise SystemExit(f"{kind}: {len(lines)} lines in, {len(found)} out")
    return map(json.loads, found)


class Tally:
    """What came of one comparison, over all its parts."""

    def __init__(self):
        self.compared = 0
        self.wrong = []
        self.known = collections.Counter()

    def add(self, binary, kind, cases):
        """Compares one part."""
        self.compared += len(cases)
        lines = [line for line, _ in cases]
        for (line, judge), answer in zip(cases, answers(binary, kind, lines)):
            found = judge(answer)
            if isinstance(found, Known):
                self.known[found] += 1
            elif found:
                self.wrong.append(f"{kind}: {line!r} gives {answer}: {found}")

    def show(self, name):
        """One line, the first differences, and each reason of a package's own."""
        print(f"{name}: {self.compared} compared, {len(self.wrong)} differ")
        print(*self.wrong[:SHOWN], sep="\n", end="\n" if self.wrong else "")
        for reason, times in self.known.most_common():
            print(f"  {times} times: {reason}")


def parts(count):
    """How many to make at a time."""
    whole, rest = divmod(count, PART)
    return [PART] * whole + ([rest] if rest else [])


def main(binary, seed="1", count="12000"):
    """Runs every comparison; the number of differences is the result."""
    chance = random.Random(int(seed))
    tallies = {}
    for part, size in enumerate(parts(int(count))):
        print(f"part {part + 1} of {len(parts(int(count)))}", file=sys.stderr)
        for module in (people, codes) + ((days,) if part == 0 else ()):
            for name, kind, cases in module.comparisons(chance, size):
                tallies.setdefault(name, Tally()).add(binary, kind, cases)
    for name, tally in tallies.items():
        tally.show(name)
    return sum(len(tally.wrong) for tally in tallies.values())


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    sys.exit(1 if main(*sys.argv[1:]) else 0)
