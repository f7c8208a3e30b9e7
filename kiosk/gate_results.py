# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the publish gate found, and the files that keep it for exactly these bytes and this version of the program."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from kiosk.version import VERSION

ENDING: Final = ".gate.json"

LISTS: Final = (".csv", ".xml", ".geojson")
"""Endings of the files that a form takes its choices from."""


@dataclass(frozen=True, slots=True)
class Walk:
    """How far a form was done in one mode: presses of all kinds, whether its end was reached, else why not."""

    mode: str
    steps: int
    reached: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class Gate:
    """The walks over a form, which is known by its hash (SHA-256), through one version of the program."""

    form: str
    walks: tuple[Walk, ...]
    program: str = VERSION

    @property
    def passed(self) -> bool:
        """Whether everybody reached the end."""
        return bool(self.walks) and all(walk.reached for walk in self.walks)


def hash_of(source: bytes, files: Mapping[str, bytes] | None = None) -> str:
    """What a form is known by, with the lists that come with it. Pictures and sounds change no way through it."""
    whole = hashlib.sha256(source)
    for name, content in sorted((files or {}).items()):
        if name.endswith(LISTS):
            whole.update(hashlib.sha256(name.encode()).digest() + hashlib.sha256(content).digest())
    return whole.hexdigest()


def keep(gate: Gate, form: Path) -> Path:
    """Write it beside the form. Raises `OSError`. Returns where."""
    return _write(gate, form.with_name(form.name + ENDING))


def keep_in(folder: Path, gate: Gate) -> Path:
    """Write it into a folder of results, where it is found by the form's hash. Raises `OSError`. Returns where."""
    folder.mkdir(parents=True, exist_ok=True)
    return _write(gate, folder / f"{gate.form}{ENDING}")


def _write(gate: Gate, place: Path) -> Path:
    # A power cut leaves the whole of it or nothing: half a result would keep a service closed.
    new = place.with_name(f".{place.name}.new")
    new.write_text(json.dumps(asdict(gate), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return new.replace(place)


def kept(form: Path, source: bytes) -> Gate | None:
    """What was found of these bytes before; None for another form or program, for none, and for what cannot be read."""
    return _read(form.with_name(form.name + ENDING), hash_of(source))


def kept_in(folder: Path, form: str) -> Gate | None:
    """What a folder of results has of the form with this hash; None as for `kept`."""
    return _read(folder / f"{form}{ENDING}", form)


def _read(place: Path, form: str) -> Gate | None:
    try:
        found = json.loads(place.read_bytes())
        walks = tuple(
            [
                Walk(str(one["mode"]), int(one["steps"]), reached=one["reached"] is True, why=str(one["why"]))
                for one in found["walks"]
            ]
        )
        gate = Gate(str(found["form"]), walks, str(found["program"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return gate if (gate.form, gate.program) == (form, VERSION) else None


def table(gate: Gate) -> Sequence[str]:
    """A line for each walk, for a terminal."""
    wide = max(len(walk.mode) for walk in gate.walks)
    return [
        f"{walk.mode.ljust(wide)}  {walk.steps:5} steps  "
        + ("reached the end" if walk.reached else f"stuck at {walk.why}")
        for walk in gate.walks
    ]
