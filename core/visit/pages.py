# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
# ruff: noqa: PLC0414 - one vocabulary in several files, and all of it can be said from here
"""The places a visit can be at. Each is a value; what is on it is computed from the visit when it is drawn."""

from dataclasses import dataclass
from enum import Enum

from core.errors import Trouble
from core.ids import EventId, Language, QuestionPath, SubmissionId
from core.visit.find_pages import AboutService as AboutService
from core.visit.find_pages import Search as Search
from core.visit.hidden_page import Hidden as Hidden
from core.visit.home_pages import Applications as Applications
from core.visit.home_pages import AskDiscard as AskDiscard
from core.visit.home_pages import BegunForms as BegunForms
from core.visit.home_pages import FormChanged as FormChanged
from core.visit.home_pages import OwnList as OwnList
from core.visit.machine_pages import AboutMachine as AboutMachine
from core.visit.machine_pages import OutOfOrder as OutOfOrder
from core.visit.machine_pages import ReceiptCheck as ReceiptCheck
from core.visit.map_pages import PlaceMap as PlaceMap
from core.visit.media_pages import LookClosely as LookClosely
from core.visit.number_pages import Status as Status
from core.visit.profile_pages import EditorPage as EditorPage
from core.visit.profile_pages import ProfileChanges as ProfileChanges
from core.visit.profile_pages import ProfileFind as ProfileFind
from core.visit.profile_pages import ProfileGroup as ProfileGroup
from core.visit.profile_pages import ProfileGroups as ProfileGroups
from core.visit.profile_pages import ProfileOrder as ProfileOrder
from core.visit.profile_pages import ProfilePage as ProfilePage
from core.visit.profile_pages import SetUp as SetUp
from core.visit.settings_pages import CardRead, CodeEntry, Comfort, SettingsCard
from core.visit.staff_pages import SecondFor as SecondFor
from core.visit.staff_pages import StaffCheckpoint as StaffCheckpoint
from core.visit.staff_pages import StaffDoor as StaffDoor
from core.visit.staff_pages import StaffFindings as StaffFindings
from core.visit.staff_pages import StaffHeld as StaffHeld
from core.visit.staff_pages import StaffHome as StaffHome
from core.visit.staff_pages import StaffItem as StaffItem
from core.visit.staff_pages import StaffPage as StaffPage
from core.visit.staff_pages import StaffReason as StaffReason
from core.visit.way_pages import Practise, Rhythm, Switches, Ways


@dataclass(frozen=True, slots=True)
class Welcome:
    """Nobody is here yet: languages, and 'larger and slower'."""


@dataclass(frozen=True, slots=True)
class Home:
    """What is happening in your life?"""


@dataclass(frozen=True, slots=True)
class MoreEvents:
    """All life events, by name."""


@dataclass(frozen=True, slots=True)
class EventServices:
    """The services of one life event."""

    event: EventId


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the form being filled, with what shares its page. `told` once its problem has been pointed out.

    `part` is which of its choices are shown, where they come a few at a time; `letters` find some in a very long list.
    `seen` while a secret is shown. Where it shares its page (`core.visit.together`), `wrong` are those of the page of
    which a problem has been pointed out.
    """

    path: QuestionPath
    told: bool = False
    part: int = 0
    seen: bool = False
    letters: str = ""
    wrong: tuple[QuestionPath, ...] = ()


@dataclass(frozen=True, slots=True)
class SaidBack:
    """The answer to a question, said back before going on (accessibility.md section 5, 7)."""

    path: QuestionPath


@dataclass(frozen=True, slots=True)
class Check:
    """Check your answers, each with Change. `sealing` from the press on Send until the disk has it.

    `part` is which of the answers are shown (from 0), where there are very many.
    """

    sealing: bool = False
    part: int = 0


@dataclass(frozen=True, slots=True)
class Recall:
    """It leaves in `left` seconds, and can still be stopped. `since` is the steady time of its first second."""

    left: float
    since: float | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """Where the submission is now: sealed, leaving, received, refused…"""

    submission: SubmissionId


@dataclass(frozen=True, slots=True)
class InTrouble:
    """Something expected went wrong; says what, and the way on. Nothing typed is lost by it."""

    trouble: Trouble


@dataclass(frozen=True, slots=True)
class Finished:
    """The machine has forgotten the last person. `farewell` is the language in which they are told so, `own` the
    machine's, in which the next person begins.
    """

    farewell: Language | None = None
    own: Language | None = None


Page = (
    Welcome
    | Home
    | MoreEvents
    | BegunForms
    | OwnList
    | EventServices
    | Search
    | AboutService
    | FormChanged
    | Question
    | SaidBack
    | Check
    | Recall
    | Sent
    | Applications
    | Status
    | ReceiptCheck
    | AboutMachine
    | ProfilePage
    | StaffPage
    | InTrouble
    | Finished
    | OutOfOrder
)


@dataclass(frozen=True, slots=True)
class Help:
    """Help from a person, with real ways on."""


@dataclass(frozen=True, slots=True)
class Languages:
    """All languages, in their own script."""


@dataclass(frozen=True, slots=True)
class AskFinish:
    """Leaving would lose answers that were not sent: asks first."""


@dataclass(frozen=True, slots=True)
class AskAfresh:
    """Starting a form afresh would lose the answers in it: asks first (UND-06)."""


@dataclass(frozen=True, slots=True)
class OfferPace:
    """Shall everything be larger and slower? Offered once, never forced (accessibility.md section 5, 1)."""


class Act(Enum):
    """What waits for the person's own yes while somebody helps beside them."""

    GO_ON = "go_on"
    LATER = "later"
    SKIP = "skip"
    SEND = "send"
    FORGET = "forget"
    AFRESH = "afresh"


@dataclass(frozen=True, slots=True)
class ConfirmAct:
    """Says what would happen, and asks the person themselves. `under` is the question it was pressed on."""

    act: Act
    under: "AskFinish | AskAfresh | None" = None


@dataclass(frozen=True, slots=True)
class StillThere:
    """Are you still there? `left` of `of` seconds remain until the machine forgets.

    `since` is the steady time at which it was asked; `under` lay over the page then, and does again afterwards.
    """

    left: float
    of: float
    since: float
    under: "Under | None" = None


Under = (
    Help
    | Comfort
    | SettingsCard
    | CodeEntry
    | CardRead
    | Languages
    | AskFinish
    | AskAfresh
    | AskDiscard
    | OfferPace
    | Ways
    | Rhythm
    | Switches
    | Practise
    | ConfirmAct
    | LookClosely
    | PlaceMap
    | Hidden
)
"""What may itself lie below the question whether somebody is there."""

Over = Under | StillThere
"""What lies over the page for a while. The page and every answer stay as they are below it."""
