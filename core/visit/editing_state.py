# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A profile while staff change it, as a value: what runs, what was changed, and what does not fit together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from core.breach import Breach
from core.errors import Trouble
from core.ids import QuestionPath
from core.visit.guiding_state import Guided

if TYPE_CHECKING:
    from core.forms.entry import Entry


class Kept(Enum):
    """Whether what was changed is on the disk."""

    AS_IT_RUNS = "as_it_runs"
    CHANGED = "changed"
    SAVING = "saving"
    SAVED = "saved"


@dataclass(frozen=True, slots=True)
class GroupOfSettings:
    """Settings that belong together for people: its name, its picture, and how the paths of its questions begin."""

    name: str
    picture: str
    begins: tuple[str, ...]

    def holds(self, path: str) -> bool:
        """Whether a question belongs here."""
        return any(path == one or path.startswith((one + "/", one + "[")) for one in self.begins)


@dataclass(frozen=True, slots=True)
class Editing:
    """`running` holds the values of the profile that runs. `earlier` are the states that Undo puts back, latest last.

    `opened` is the state before the setting that is being changed was opened. `units` are CLDR names of units and
    `safe` what is advised, by question. `breaches` is what does not fit together in the state that was judged last.
    `in_order` is the setting whose answers people see in their order. `sought` are the words by which the setting
    that is open was found, if it was. `guided` while it is a first set-up, which goes step by step.
    """

    name: str
    running: "Entry" = field(repr=False)
    groups: tuple[GroupOfSettings, ...] = field(repr=False)
    units: Mapping[QuestionPath, str] = field(default_factory=dict, repr=False)
    safe: Mapping[QuestionPath, str] = field(default_factory=dict, repr=False)
    earlier: "tuple[Entry, ...]" = field(default=(), repr=False)
    opened: "Entry | None" = field(default=None, repr=False)
    in_order: QuestionPath | None = None
    group: str = ""
    sought: str | None = None
    breaches: tuple[Breach, ...] = ()
    kept: Kept = Kept.AS_IT_RUNS
    trouble: Trouble | None = None
    guided: Guided | None = None

    def group_named(self, name: str) -> GroupOfSettings:
        """KeyError for a group that is none."""
        return {one.name: one for one in self.groups}[name]
