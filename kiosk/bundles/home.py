# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The folder in which a machine keeps its bundles: the versions, which of them counts, and when the source was seen.

Loads neither TUF nor HTTP: the supervisor reads it at every start.
"""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from core.activation import OWN, Activation, Left, Trial
from kiosk.bundles.contents import PROFILE_FILE
from offline_cache.private_files import private_folder, write_whole

FOLDER: Final = "bundles"
DEVICE_BYTES: Final = 16
SET_FILE: Final = "set.json"
GOOD_FILE: Final = "good"
ASK_FILE: Final = "ask-now"


@dataclass(frozen=True, slots=True)
class Seen:
    """When a refresh last came to its end on this machine's clock, and the latest moment a source has proved."""

    at: float = 0.0
    made: float = 0.0


@dataclass(frozen=True, slots=True)
class BundleHome:
    """One machine's folder of bundles."""

    folder: Path

    @classmethod
    def beside(cls, store: Path) -> "BundleHome":
        """The one that belongs to a store."""
        return cls(store / FOLDER)

    @property
    def metadata(self) -> Path:
        """TUF's own folder."""
        return self.folder / "tuf"

    @property
    def root(self) -> Path:
        """The root with which this machine began to trust, as staff gave it."""
        return self.folder / "bootstrap.json"

    def version(self, number: int) -> Path:
        """The folder of a version."""
        return self.folder / "versions" / str(number)

    def files(self, number: int) -> Path:
        """Where a version's files lie, by their paths in the bundle."""
        return self.version(number) / "files"

    def proof(self, number: int) -> Path:
        """The metadata that proved a version."""
        return self.version(number) / "proof"

    def profile(self, number: int) -> Path | None:
        """A version's profile; None for the machine's own, and for a version that brings none."""
        file = self.files(number) / PROFILE_FILE
        return file if number != OWN and file.is_file() else None

    def numbers(self) -> tuple[int, ...]:
        """The versions that are here, whole or remembered, in their order."""
        folder = self.folder / "versions"
        found = [int(one.name) for one in folder.iterdir() if one.name.isdigit()] if folder.is_dir() else []
        return tuple(sorted(found))

    def ready(self) -> int | None:
        """The newest version that was looked through and found good, and is not the one in use or left."""
        state = self.activation()
        number = max(self.numbers(), default=OWN)
        good = (
            number > state.active
            and not state.was_left(number)
            and (self.version(number) / GOOD_FILE).exists()
        )
        return number if good else None

    def unchecked(self) -> int | None:
        """The newest version, if nobody has looked through it yet."""
        number = max(self.numbers(), default=OWN)
        if number == OWN or self.activation().was_left(number) or (self.version(number) / GOOD_FILE).exists():
            return None
        return number

    def note_good(self, number: int) -> None:
        """A version was looked through."""
        write_whole(self.version(number) / GOOD_FILE, b"")

    def print_of(self, number: int) -> str:
        """By what a version's contents are known again."""
        return str(_read(self.version(number) / SET_FILE).get("print", ""))

    def device(self) -> bytes:
        """What this machine is told from others by, made when it is first asked for. It is told to nobody."""
        file = self.folder / "device"
        try:
            return bytes.fromhex(file.read_text("ascii"))
        except (OSError, ValueError):
            private_folder(self.folder)
            made = os.urandom(DEVICE_BYTES)
            write_whole(file, made.hex().encode())
            return made

    def seen(self) -> Seen:
        """When the source was last seen."""
        values = _read(self.folder / "seen.json")
        try:
            return Seen(float(values.get("at", 0.0)), float(values.get("made", 0.0)))
        except (TypeError, ValueError):
            return Seen()

    def note_seen(self, at: float, made: float) -> None:
        """A refresh came to its end. What was once proved to have been is never unproved."""
        latest = max(made, self.seen().made)
        write_whole(self.folder / "seen.json", json.dumps({"at": at, "made": latest}).encode())

    def ask_now(self) -> None:
        """Somebody of staff wants the source to be asked now, not when it is time."""
        private_folder(self.folder)
        write_whole(self.folder / ASK_FILE, b"")

    def take_wish(self) -> bool:
        """Whether somebody wants that; they are told once."""
        try:
            (self.folder / ASK_FILE).unlink()
        except OSError:
            return False
        return True

    def activation(self) -> Activation:
        """What counts now. A file that cannot be read is the machine's own profile."""
        return _activation(_read(self.folder / "activation.json"))

    def change(self, step: Callable[[Activation], Activation]) -> Activation:
        """Take one step, wholly or not at all, with one process after the other; then drop what nobody needs."""
        from filelock import FileLock

        private_folder(self.folder)
        with FileLock(str(self.folder / "activation.lock"), mode=0o600):
            before = self.activation()
            state = step(before)
            if state != before:
                write_whole(self.folder / "activation.json", json.dumps(_plain(state)).encode())
                self._drop(state)
        return state

    def forget(self, number: int) -> None:
        """Delete a version as if it had never come."""
        shutil.rmtree(self.version(number), ignore_errors=True)

    def _drop(self, state: Activation) -> None:
        """Delete the files of versions that will not be used; of what was left its print stays, to know it again."""
        newest = max(self.numbers(), default=OWN)
        for number in self.numbers():
            if number in state.kept or (number == newest and not state.was_left(number)):
                continue
            if not state.was_left(number):
                shutil.rmtree(self.version(number), ignore_errors=True)
                continue
            for inner in (self.files(number), self.proof(number)):
                shutil.rmtree(inner, ignore_errors=True)


def _read(file: Path) -> dict[str, Any]:
    try:
        values = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}


def _plain(state: Activation) -> dict[str, Any]:
    trial = state.trial
    return {
        "active": state.active,
        "before": state.before,
        "trial": [trial.version, trial.since, trial.starts, trial.well] if trial is not None else None,
        "left": [[version, why.value] for version, why in state.left],
    }


def _activation(values: dict[str, Any]) -> Activation:
    try:
        trial = values.get("trial")
        return Activation(
            active=int(values.get("active", OWN)),
            before=int(values.get("before", OWN)),
            trial=Trial(int(trial[0]), float(trial[1]), int(trial[2]), bool(trial[3])) if trial else None,
            left=tuple((int(version), Left(why)) for version, why in values.get("left", [])),
        )
    except (TypeError, ValueError, IndexError, KeyError):
        return Activation()


def brought_by(file: Path | None) -> str:
    """The profile of a version, as an order says it."""
    return str(file) if file is not None else ""
