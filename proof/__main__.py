# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`python -m proof` lists the promises; `python -m proof P1 [1000] [control]` runs one.

The last line has the figures. The exit status is 0 when the promise was kept, 1 when it was broken; with `control` 0
when the seeded fault was found, 1 when it was not. 2 when it cannot be run.
"""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from i18n.compile import compile_all
from proof.promises import PROMISES, Promise, promise
from proof.verdict import CannotRunError, Trial

KEPT, BROKEN, CANNOT = 0, 1, 2
CONTROL = "control"


def listed() -> str:
    """All promises, a line each."""
    lines = [f"{'':5}{'number':>7}  promise"]
    for one in PROMISES:
        number = f"{one.number:,}" if one.module else "-"
        lines.append(f"{one.id:5}{number:>7}  {one.sentence}")
    lines += ["", "make proof ID=P1 runs one, N=100 at another number, CONTROL=1 with its fault seeded.", ""]
    lines.append(
        f"{sum(bool(one.module) for one in PROMISES)} of {len(PROMISES)} can be run; '-' cannot yet."
    )
    return "\n".join(lines)


def run(one: Promise, number: int, *, control: bool) -> int:
    """Run a promise's test and print its figures."""
    with tempfile.TemporaryDirectory(prefix=f"proof-{one.id}-") as folder:
        try:
            verdict = one.proof(Trial(number, control, Path(folder)))
        except CannotRunError as reason:
            print(f"{one.id}: cannot be run here: {reason}")
            return CANNOT
    if not control:
        print(verdict.figures if verdict.kept else f"BROKEN: {verdict.figures}")
        return KEPT if verdict.kept else BROKEN
    print(f"the seeded fault was {'NOT ' if verdict.kept else ''}found: {verdict.figures}")
    return BROKEN if verdict.kept else KEPT


def main(words: Sequence[str]) -> int:
    """Carry out the command line."""
    if not words:
        print(listed())
        return KEPT
    one = promise(words[0])
    if one is None or not one.module:
        print(f"{words[0]}: {'no such promise' if one is None else 'cannot be run yet'}")
        return CANNOT
    control = CONTROL in words[1:]
    numbers = [word for word in words[1:] if word != CONTROL]
    if len(numbers) > 1 or any(not (word.isascii() and word.isdigit() and int(word)) for word in numbers):
        print(f"{' '.join(numbers)}: one number from 1 on")
        return CANNOT
    compile_all()
    number = int(numbers[0]) if numbers else one.control if control else one.number
    return run(one, number, control=control)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
