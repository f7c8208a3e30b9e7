# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The committed list of every difference with its reason (`differences.tsv`), without answers and texts of forms."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from replay.findings import Findings

FILE: Final = Path(__file__).with_name("differences.tsv")

_HEAD: Final = (
    "# SPDX-FileCopyrightText: Civic Kiosk contributors",
    "#",
    "# SPDX-License-Identifier: GPL-3.0-or-later",
    "#",
    "# Every difference to the reference engines, written by `python -m replay FOLDER --keep`; a test compares it.",
    "# format	form	what was compared	where	times	reason",
)


def rows(found: Findings) -> list[str]:
    """The lines of one format, in order."""
    counted = Counter(
        (found.format, _named(one.form), one.respect, one.place, one.reason) for one in found.differences
    )
    return sorted("\t".join((*where, str(times), why)) for (*where, why), times in counted.items())


def kept(name: str, file: Path = FILE) -> list[str]:
    """The lines of one format as they are in the file."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith(f"{name}\t")]


def keep(all_findings: Iterable[Findings], file: Path = FILE) -> None:
    """Write the list anew."""
    lines = [line for found in all_findings for line in rows(found)]
    file.write_text("\n".join((*_HEAD, *lines)) + "\n", encoding="utf-8")


def _named(form: str) -> str:
    """The path of a form. What goes on in words, or is an expression, is told by a part of its hash (SHA-256)."""
    path, _, words = form.partition(" ")
    if not words and "/" in path:
        return path
    told = f"#{hashlib.sha256(form.encode()).hexdigest()[:12]}"
    return f"{path}{told}" if path.endswith(".json") else told
