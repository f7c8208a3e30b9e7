# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens to forms that outlive a visit (at home): they come back, one is put away, or the disk refuses."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.errors import Trouble
from core.ids import ServiceId
from core.text import Phrase
from core.visit.by_person import ByPerson

if TYPE_CHECKING:
    # The form engine is loaded when the first form is opened, not before the first window is shown.
    from core.forms.entry import Entry


@dataclass(frozen=True, slots=True)
class RestoredDraft:
    """A form begun in an earlier visit, ready to be gone on with.

    `reached` is as in `core.drafts.Draft`, `saved` when it was put away (epoch seconds). `changed` when the office has
    a newer form, which `entry` then is; `lost` are the questions that it does not ask any more, each with what had
    been answered.
    """

    service: ServiceId
    entry: "Entry" = field(repr=False)
    saved: float
    reached: str = ""
    changed: bool = False
    lost: tuple[tuple[Phrase, Phrase], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class DraftsHere:
    """Forms outlive a visit here; these are from earlier ones, the latest first."""

    drafts: tuple[RestoredDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftNotKept:
    """The disk did not take a form: from now on nothing is said to be kept."""

    trouble: Trouble


@dataclass(frozen=True, slots=True)
class BegunPressed(ByPerson):
    """Go on where I stopped: to the one form that waits, or to the list of them."""


@dataclass(frozen=True, slots=True)
class KeepPressed(ByPerson):
    """Finish, and keep what was begun for another time."""
