# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`python -m replay FOLDER`: replays every golden file of a folder laid out like the corpora, and prints a table.

With `--keep` the list of differences in the repository is written anew.
"""

import json
import sys
import warnings
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from replay import formio, json_schema, xforms, xpath
from replay.findings import Findings, table
from replay.listing import keep

DIFFERENCES = Path("build/replay/differences.jsonl")


def main(folder: Path, *, keeps: bool = False) -> int:
    """Print the table and write the differences. Returns the exit code: 2 for a folder without golden files."""
    # A corpus may name metaschemas and write patterns that libraries grumble about; nobody reads that here.
    warnings.simplefilter("ignore")
    found = list(_replayed(folder))
    if not found:
        print(f"no golden files in {folder}: it should hold folders such as xforms-golden", file=sys.stderr)
        return 2
    DIFFERENCES.parent.mkdir(parents=True, exist_ok=True)
    with DIFFERENCES.open("w", encoding="utf-8", errors="backslashreplace") as file:
        for one in found:
            for row in listed(one):
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
    if keeps:
        keep(found)
    print(f"differences, refusals and what could not be read: {DIFFERENCES}")
    print(table(found))
    return 0


def _replayed(folder: Path) -> Iterator[Findings]:
    """What was found of each standard that the folder has something of."""
    if _holds(folder / "xforms-golden", "*.jsonl") or _holds(folder / "xforms", "*.xml"):
        found = xforms.replay(folder)
        xforms.open_others(folder, found)
        yield found
    if _holds(folder / "xpath-golden", "*.jsonl"):
        yield xpath.replay(folder)
    if _holds(folder / "formio-golden", "*.jsonl") or _holds(folder / "formio", "*.json"):
        found = formio.replay(folder)
        formio.open_others(folder, found)
        yield found
    if (folder / "jsonschema").is_dir():
        yield json_schema.replay(folder)


def _holds(folder: Path, pattern: str) -> bool:
    return any(folder.rglob(pattern))


def listed(found: Findings) -> Iterator[dict[str, Any]]:
    """One row for each form that was refused, what could not be read, each difference, and what had no opinion."""
    for form, why in found.refused.items():
        yield {"format": found.format, "form": form, "refused": why}
    for place, why in found.unread.items():
        yield {"format": found.format, "place": place, "unread": why}
    for difference in found.differences:
        yield {"format": found.format, **asdict(difference)}
    for difference in found.beyond:
        yield {"format": found.format, "compared": False, **asdict(difference)}


if __name__ == "__main__":
    told = [one for one in sys.argv[1:] if one != "--keep"]
    sys.exit(main(Path(told[0] if told else "../shared/corpora"), keeps="--keep" in sys.argv))
