# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a page of those who work here holds: facts to read, and rows to press."""

from dataclasses import dataclass

from core.ids import Language
from ui.present.reading import Item, button, heading, quoted, sentence, shown
from ui.present.service_facts import Fact
from ui.present.staff_rows import StaffRow


@dataclass(frozen=True, slots=True)
class Tick:
    """One of many things that are to be done once. `said` is all that its field says, also whether it is done."""

    words: str
    said: str
    done: bool


@dataclass(frozen=True, slots=True)
class StaffContents:
    """A page of the staff's: facts to read and rows to press.

    `told` is what was just done, `problem` what was not; `code` is the text of a code to scan. `banner` says on each
    page what nobody may overlook. `ticks` show what `told` counts.
    """

    language: Language
    heading: str
    text: str
    told: str
    problem: str
    facts: tuple[Fact, ...]
    rows: tuple[StaffRow, ...]
    foot: StaffRow
    code: str = ""
    banner: str = ""
    ticks: tuple[Tick, ...] = ()

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        own = self.language
        return shown(
            heading(self.heading, own),
            sentence(self.text, own),
            sentence(self.banner, own),
            sentence(self.told, own),
            sentence(self.problem, own),
            (one for fact in self.facts for one in (sentence(fact.title, own), quoted(fact.text))),
            (one for row in self.rows for one in (button(row.title, own), sentence(row.note, own))),
            button(self.foot.title, own),
        )
