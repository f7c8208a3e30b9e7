# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`python -m replay FOLDER`: replays every golden file of a folder laid out like the corpora, and prints a table."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from replay import formio, json_schema, xforms
from replay.findings import Findings, table

DIFFERENCES = Path("build/replay/differences.jsonl")


def main(folder: Path) -> int:
    """Print the table and write the differences. Returns the exit code: 2 for a folder without golden files."""
    found: list[Findings] = []
    if any((folder / "xforms-golden").glob("*.jsonl")):
        found.append(xforms.replay(folder))
    if any((folder / "formio-golden").glob("*.jsonl")):
        found.append(formio.replay(folder))
    if (folder / "jsonschema").is_dir():
        found.append(json_schema.replay(folder))
    if not found:
        print(f"no golden files in {folder}: it should hold folders such as xforms-golden", file=sys.stderr)
        return 2
    DIFFERENCES.parent.mkdir(parents=True, exist_ok=True)
    with DIFFERENCES.open("w", encoding="utf-8") as file:
        for one in found:
            for form, why in one.refused.items():
                file.write(
                    json.dumps({"format": one.format, "form": form, "refused": why}, ensure_ascii=False)
                    + "\n"
                )
            for difference in one.differences:
                row = {"format": one.format, **asdict(difference)}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
            for difference in one.beyond:
                row = {"format": one.format, "compared": False, **asdict(difference)}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(f"differences and refusals: {DIFFERENCES}")
    print(table(found))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("../shared/corpora")))
