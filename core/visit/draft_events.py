# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens to forms that outlive a visit (at home): they come back, one is put away, or the disk refuses."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.errors import Trouble
from core.ids import ServiceId, SubmissionId
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
    """Forms outlive a visit here; these are from earlier ones, the latest first.

    `sent` are those whose answers are still here because no agency has them yet: they can be mended when refused.
    """

    drafts: tuple[RestoredDraft, ...] = ()
    sent: frozenset[SubmissionId] = frozenset()


@dataclass(frozen=True, slots=True)
class Mended:
    """What was refused is open again; `draft` is None when its answers are not here any more or do not open."""

    refused: SubmissionId
    draft: RestoredDraft | None = None


@dataclass(frozen=True, slots=True)
class Discarded:
    """An application is forgotten; not `done` when it has changed meanwhile and stays."""

    submission: SubmissionId
    done: bool


@dataclass(frozen=True, slots=True)
class MendPressed(ByPerson):
    """Change what was refused, and send it again."""


@dataclass(frozen=True, slots=True)
class DiscardPressed(ByPerson):
    """Delete what was refused or is unclear from this computer: asks first."""


@dataclass(frozen=True, slots=True)
class DiscardConfirmed(ByPerson):
    """Yes, delete it."""


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
