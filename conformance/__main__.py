# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`python -m conformance write RESULTS...` writes the report; `check` fails when it claims more than RESULTS show.

`keep RESULTS...` puts aside what only the long run shows; both count it as long as it is about the same program.
After a change of words in the list, `write docs/conformance/results.json` writes the report of the same results anew.
"""

import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from conformance import kept, openacr, page
from conformance.evidence import Shown, joined, read
from conformance.evidence import written as results_written
from conformance.requirements import left_behind, lockdown
from conformance.verdicts import overclaimed, verdicts

ROOT: Final = Path(__file__).parents[1]
FOLDER: Final = ROOT / "docs" / "conformance"
MACHINE: Final = "../kiosk-checks.md"
KEPT: Final = FOLDER / "long-run.json"


def version() -> str:
    """The version that the report is about."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def pages(shown: Shown) -> dict[str, str]:
    """Name of a file of the report → what stands in it. A pure function of the results."""
    judged = verdicts(shown)
    return {
        "results.json": results_written(shown),
        "openacr.yaml": openacr.written(judged, version()),
        "README.md": page.written(judged, version()),
        MACHINE: page.machine(verdicts(shown, {**lockdown(), **left_behind()}), version()),
    }


def main(words: Sequence[str]) -> int:
    """Carry out a command; the exit status is 1 when the report claims too much, 2 when the command is not known."""
    if len(words) < 2 or words[0] not in ("write", "check", "keep"):
        sys.stderr.write(f"{__doc__}\n")
        return 2
    missing = [name for name in words[1:] if not Path(name).is_file()]
    if missing:
        sys.stderr.write(f"no results in {', '.join(missing)}: run `make test` first\n")
        return 2
    subject = kept.subject_now(version())
    results = [read(Path(name)) for name in words[1:]]
    if words[0] == "keep":
        KEPT.write_text(kept.written(joined(results), subject), "utf-8")
        return 0
    shown = joined([*results, kept.counted(KEPT, subject)])
    if words[0] == "write":
        FOLDER.mkdir(parents=True, exist_ok=True)
        for name, text in pages(shown).items():
            (FOLDER / name).write_text(text, "utf-8")
        return 0
    too_much = overclaimed(read(FOLDER / "results.json"), shown)
    for line in too_much:
        sys.stderr.write(f"{line}\n")
    return 1 if too_much else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
