# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a visit at home asks of the store of drafts, and of what was sent and not taken."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.catalogue import Channel
from core.ids import Language, ServiceId, SubmissionId
from core.submission import Delivery

if TYPE_CHECKING:
    # The form engine is loaded when the first form is opened, not before the first window is shown.
    from core.forms.entry import Entry


@dataclass(frozen=True, slots=True)
class LoadDrafts:
    """Bring back what was begun in earlier visits. Answered by `DraftsHere`, and not at all where nothing is kept.

    `language` is that of the words about questions that a newer form does not ask any more.
    """

    language: Language


@dataclass(frozen=True, slots=True)
class KeepDraft:
    """Put a form away as it is now. Answered by `DraftNotKept` only when the disk refuses.

    `reached` is as in `core.drafts.Draft`.
    """

    service: ServiceId
    channel: Channel
    entry: "Entry"
    reached: str


@dataclass(frozen=True, slots=True)
class DropDraft:
    """Forget a form that was put away."""

    submission: SubmissionId


@dataclass(frozen=True, slots=True)
class MendDraft:
    """Open what was sent and refused once more, as another submission with the same answers. Answered by `Mended`."""

    submission: SubmissionId
    language: Language


@dataclass(frozen=True, slots=True)
class Discard:
    """Forget an application that was refused or waits for a person, with its answers. Answered by `Discarded`."""

    delivery: Delivery


DraftEffect = LoadDrafts | KeepDraft | DropDraft | MendDraft | Discard
