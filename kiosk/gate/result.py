# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the publish gate found, and the file beside the form that keeps it for exactly these bytes of the form."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

ENDING: Final = ".gate.json"


@dataclass(frozen=True, slots=True)
class Walk:
    """How far a form was done in one mode: presses of all kinds, whether its end was reached, else why not."""

    mode: str
    steps: int
    reached: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class Gate:
    """The walks over a form, which is known by its hash (SHA-256)."""

    form: str
    walks: tuple[Walk, ...]

    @property
    def passed(self) -> bool:
        """Whether everybody reached the end."""
        return bool(self.walks) and all(walk.reached for walk in self.walks)


def hash_of(source: bytes) -> str:
    """What a form is known by."""
    return hashlib.sha256(source).hexdigest()


def keep(gate: Gate, form: Path) -> Path:
    """Write it beside the form. Raises `OSError`. Returns where."""
    place = form.with_name(form.name + ENDING)
    place.write_text(json.dumps(asdict(gate), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return place


def kept(form: Path, source: bytes) -> Gate | None:
    """What was found of these bytes before; None for another form, for none, and for a file that cannot be read."""
    try:
        found = json.loads(form.with_name(form.name + ENDING).read_bytes())
        walks = tuple(
            [
                Walk(str(one["mode"]), int(one["steps"]), reached=one["reached"] is True, why=str(one["why"]))
                for one in found["walks"]
            ]
        )
        gate = Gate(str(found["form"]), walks)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return gate if gate.form == hash_of(source) else None


def table(gate: Gate) -> Sequence[str]:
    """A line for each walk, for a terminal."""
    wide = max(len(walk.mode) for walk in gate.walks)
    return [
        f"{walk.mode.ljust(wide)}  {walk.steps:5} steps  "
        + ("reached the end" if walk.reached else f"stuck at {walk.why}")
        for walk in gate.walks
    ]
