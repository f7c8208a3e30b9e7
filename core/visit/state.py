# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""One person's time at the machine, as a value; and what can be read off it."""

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING

from core.catalogue import Catalogue, Channel, PublicService
from core.end_record import EndRecord
from core.errors import Trouble
from core.ids import FormId, Language, QuestionPath, ServiceId, SubmissionId, VisitId
from core.own_services import OwnServices
from core.submission import Delivery
from core.text import LocalisedText, Phrase
from core.visit.answers import Hindrance, ShelfChanged
from core.visit.delays import Delays
from core.visit.draft_events import RestoredDraft
from core.visit.duty import Duty
from core.visit.editing_state import Editing
from core.visit.files import FileHeld, Making, Offered
from core.visit.pages import Check, Help, Over, Page, Question, Sent, Status, Welcome
from core.visit.paper_effects import PaperEffect
from core.visit.signs import Signs
from core.visit.way_pages import Practise

if TYPE_CHECKING:
    # The form engine is loaded when the first form is opened, not before the first window is shown.
    from core.forms.entry import Entry


@dataclass(frozen=True, slots=True)
class Earlier:
    """What stood in an answer before the last change; in a list the whole `entry`, with what was removed since."""

    path: QuestionPath
    raw: str
    entry: "Entry | None" = None


@dataclass(frozen=True, slots=True)
class Returned:
    """That a form was begun in an earlier visit, and put away at `saved` (epoch seconds).

    `changed` until the citizen has seen that the office has a newer form, into which their answers were put; `lost`
    are the questions that it does not ask any more, each with what had been answered.
    """

    saved: float
    changed: bool = False
    lost: tuple[tuple[Phrase, Phrase], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Filling:
    """A form being filled. `changing` while one answer is changed from the check page.

    `reached` is the furthest page the citizen has been on, where going on later begins. `earlier` is what Undo puts
    back, `deleting` while one deletion follows another. `failures` are the questions whose answers did not fit when
    going on, once for each time. `within` is the entry of a list (`/data/person[2]`) that is gone through question by
    question, even while answers are changed. `stored` is the entry that was last put among the drafts.
    `files` are those handed over so far, `offered` what was found to choose from, `making` what is being made at the
    machine. `mends` is the refused submission that this one takes the place of.
    """

    service: ServiceId
    channel: Channel
    entry: "Entry"
    changing: bool = False
    reached: Question | Check | None = None
    earlier: Earlier | None = None
    deleting: bool = False
    failures: tuple[QuestionPath, ...] = ()
    within: str = ""
    stored: "Entry | None" = None
    returned: Returned | None = None
    files: tuple[FileHeld, ...] = field(default=(), repr=False)
    offered: Offered | None = field(default=None, repr=False)
    mends: SubmissionId | None = None
    making: Making | None = field(default=None, repr=False)

    @property
    def answered(self) -> bool:
        """Whether the citizen has given any answer that leaving would lose."""
        return any(self.entry.raw(question.path) for question in self.entry.pages())


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody helps beside the person. `uncovered` while the person lets them see the answers; `writing` is the
    question whose answer is being written, which has to be seen for that."""

    uncovered: bool = False
    writing: QuestionPath | None = None


class Printing(Enum):
    """Where the paper is."""

    NOT_ASKED = "not_asked"
    UNDER_WAY = "under_way"
    DONE = "done"


class Looked(Enum):
    """What came of asking for news, or of pressing what is not possible any more."""

    NOTHING_NEW = "nothing_new"
    CHANGED = "changed"


class Availability(Enum):
    """What this machine can do for a service at this moment."""

    WORKS_NOW = "works_now"
    LEAVES_LATER = "leaves_later"
    NOT_YET_HERE = "not_yet_here"
    COUNTER_ONLY = "counter_only"


@dataclass(frozen=True, slots=True)
class Visit:
    """The whole state of a visit.

    `trail` is the way back. `quiet_since` is the steady time of the first tick after the last sign of life.
    `stocked` once the stores have said what is on this machine, and `news` what they say since, until the person goes
    to another page or asks for them; `looked` is what came of asking.
    `begun` once anything was changed, so that an untouched welcome page is never 'left'. `aside` are forms begun
    before another one was, each with its answers, the latest first; they end with the visit.
    `printing` and `print_trouble` tell of the `paper_asked` for last, `printing_help` whether help asked for it.
    `papers` are how many the printer took; `paper_left` where the visit before was ended by nobody and had some.
    `paused` while the voice waits in the middle of something.
    `assisted` while everything is larger and slower; `apart` while somebody presses by switches, hears only or reads
    the largest letters: a page has one question for them. `reading` is how long the page takes to read (s). `called`
    while somebody was asked to come, since the steady time `coming_since`. `tried` is the practice that waits below
    help. `helper` while somebody helps beside the person, `helped` once somebody has. `said` is what sent forms said
    of the person, by name and kind of the question; it ends with the visit. `keeps` where forms that were begun
    outlive the visit, and `drafts` are those whose service the catalogue has not named yet. `last_end` is how the
    visit before this one was forgotten. `at_home` on somebody's own machine; there `sent` are the answers last sent,
    for the receipt, until the visit ends. `mendable` are the submissions whose answers this computer still has, until
    their agency has them. `own` are the person's own services where they are kept, and None where nothing is.
    `editing` while staff change a profile; it takes the place of a visit. `hidden` while the person wants nobody to
    see the page. `missed` counts numbers that were not found, or found what is not among `known`: deliveries that were
    sent in this visit, or found by an agency's number before. `staff` while somebody of the staff is signed in.
    `notice` is what the town wants everybody to know.
    """

    id: VisitId
    language: Language
    delays: Delays = Delays()
    page: Page = Welcome()
    trail: tuple[Page, ...] = ()
    over: Over | None = None
    begun: bool = False
    quiet_since: float | None = None
    catalogue: Catalogue = Catalogue()
    as_of: float | None = None
    forms: frozenset[tuple[str, FormId]] = frozenset()
    unreachable: frozenset[str] = frozenset()
    connected: bool | None = None
    hindrance: Hindrance | None = None
    stocked: bool = False
    news: ShelfChanged | None = None
    looked: Looked | None = None
    filling: Filling | None = field(default=None, repr=False)
    aside: tuple[Filling, ...] = field(default=(), repr=False)
    delivery: Delivery | None = None
    printing: Printing = Printing.NOT_ASKED
    print_trouble: Trouble | None = None
    printing_help: bool = False
    paper_asked: PaperEffect | None = field(default=None, repr=False)
    papers: int = 0
    paper_left: bool = False
    speaking: bool = False
    paused: bool = False
    speech_trouble: Trouble | None = None
    assisted: bool = False
    apart: bool = False
    signs: Signs = Signs()
    reading: float = 0.0
    called: bool = False
    coming_since: float | None = None
    missed: int = 0
    known: frozenset[SubmissionId] = frozenset()
    tried: Practise | None = None
    helper: Helper | None = None
    helped: bool = False
    said: tuple[tuple[tuple[str, str], str], ...] = field(default=(), repr=False)
    keeps: bool = False
    drafts: tuple[RestoredDraft, ...] = field(default=(), repr=False)
    last_end: EndRecord | None = None
    at_home: bool = False
    sent: "Entry | None" = field(default=None, repr=False)
    mendable: frozenset[SubmissionId] = frozenset()
    own: OwnServices | None = field(default=None, repr=False)
    hidden: bool = False
    editing: Editing | None = field(default=None, repr=False)
    staff: Duty | None = None
    notice: LocalisedText = LocalisedText()

    @property
    def paper(self) -> tuple[Printing, Trouble | None]:
        """How it stands with the paper of what is seen; while another's is printed, this one's has to wait too."""
        if self.printing is Printing.UNDER_WAY or self.printing_help is isinstance(self.over, Help):
            return self.printing, self.print_trouble
        return Printing.NOT_ASKED, None

    @property
    def one_by_one(self) -> bool:
        """Whether each question has a page of its own: also beside a helper, who sees one answer at a time."""
        return self.assisted or self.apart or self.helper is not None

    def go(self, page: Page) -> "Visit":
        """One page on; the page left is where Back leads."""
        return replace(self, page=page, trail=(*self.trail, self.page))

    def service(self, service: ServiceId) -> PublicService | None:
        """The service, if the catalogue still has it."""
        return self.catalogue.services.get(service)

    def shown_delivery(self) -> Delivery | None:
        """The application that the page is about: the one sent just now, or the one that was looked for and found."""
        match self.page:
            case Status(found=found):
                return found
            case Sent():
                return self.delivery
            case _:
                return None

    @property
    def connected_now(self) -> bool | None:
        """Whether the machine is connected as far as it knows at this moment, which a page may not say yet."""
        return self.connected if self.news is None else self.news.connected

    def availability(self, service: PublicService) -> Availability:
        """Whether the service works here and now, can be filled now and leaves later, or needs a counter."""
        channel = service.api
        if channel is None:
            return Availability.COUNTER_ONLY
        reachable = channel.endpoint not in self.unreachable and self.connected is not False
        if (channel.endpoint, channel.form) not in self.forms:
            return Availability.NOT_YET_HERE
        return Availability.WORKS_NOW if reachable else Availability.LEAVES_LATER

    def startable(self, service: PublicService) -> bool:
        """Whether the service can be begun on this machine now."""
        return self.availability(service) in (Availability.WORKS_NOW, Availability.LEAVES_LATER)
