# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
# ruff: noqa: PLC0414 - one vocabulary in several files, and all of it can be said from here
"""What a visit asks the program to do; each is carried out outside and answered by an event."""

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from core.catalogue import Channel, PublicService
from core.ids import Language, QuestionPath, SubmissionId
from core.staff.roles import Role as Role
from core.visit.draft_effects import Discard as Discard
from core.visit.draft_effects import DraftEffect as DraftEffect
from core.visit.draft_effects import DropDraft as DropDraft
from core.visit.draft_effects import KeepDraft as KeepDraft
from core.visit.draft_effects import LoadDrafts as LoadDrafts
from core.visit.draft_effects import MendDraft as MendDraft
from core.visit.files import FileHeld
from core.visit.hearing_effects import Aloud as Aloud
from core.visit.hearing_effects import HearingEffect as HearingEffect
from core.visit.hearing_effects import PlaySound as PlaySound
from core.visit.hearing_effects import Remind as Remind
from core.visit.hearing_effects import Speak as Speak
from core.visit.hearing_effects import StopSpeaking as StopSpeaking
from core.visit.making_effects import BeginMaking as BeginMaking
from core.visit.making_effects import FinishMaking as FinishMaking
from core.visit.making_effects import MakingEffect as MakingEffect
from core.visit.making_effects import StopMaking as StopMaking
from core.visit.map_effects import DrawMap as DrawMap
from core.visit.map_effects import MapEffect as MapEffect
from core.visit.map_effects import OpenMap as OpenMap
from core.visit.own_list_effects import KeepOwnServices as KeepOwnServices
from core.visit.own_list_effects import LoadOwnServices as LoadOwnServices
from core.visit.own_list_effects import OwnListEffect as OwnListEffect
from core.visit.paper_effects import PaperEffect as PaperEffect
from core.visit.paper_effects import PrintForm as PrintForm
from core.visit.paper_effects import PrintLeaflet as PrintLeaflet
from core.visit.paper_effects import PrintNumbers as PrintNumbers
from core.visit.paper_effects import PrintReceipt as PrintReceipt
from core.visit.profile_effects import JudgeProfile as JudgeProfile
from core.visit.profile_effects import KeepSetUp as KeepSetUp
from core.visit.profile_effects import LookForSetUp as LookForSetUp
from core.visit.profile_effects import ProfileEffect as ProfileEffect
from core.visit.profile_effects import SaveProfile as SaveProfile
from core.visit.profile_effects import SetUpEffect as SetUpEffect
from core.visit.profile_effects import TryProfile as TryProfile
from core.visit.profile_effects import WalkForms as WalkForms
from core.visit.staff_effects import StaffAskSource as StaffAskSource
from core.visit.staff_effects import StaffDescribe as StaffDescribe
from core.visit.staff_effects import StaffDiscard as StaffDiscard
from core.visit.staff_effects import StaffEdit as StaffEdit
from core.visit.staff_effects import StaffEffect as StaffEffect
from core.visit.staff_effects import StaffExport as StaffExport
from core.visit.staff_effects import StaffExportLog as StaffExportLog
from core.visit.staff_effects import StaffFreePrinter as StaffFreePrinter
from core.visit.staff_effects import StaffLook as StaffLook
from core.visit.staff_effects import StaffLookedForPaper as StaffLookedForPaper
from core.visit.staff_effects import StaffMakeCodes as StaffMakeCodes
from core.visit.staff_effects import StaffNote as StaffNote
from core.visit.staff_effects import StaffNoteTest as StaffNoteTest
from core.visit.staff_effects import StaffPrintDay as StaffPrintDay
from core.visit.staff_effects import StaffPrintFound as StaffPrintFound
from core.visit.staff_effects import StaffSignIn as StaffSignIn
from core.visit.staff_effects import StaffSignLog as StaffSignLog
from core.visit.staff_effects import StaffTakeProfile as StaffTakeProfile

if TYPE_CHECKING:
    # The form engine is loaded when the first form is opened, not before the first window is shown.
    from core.forms.entry import Entry


class Ending(Enum):
    """Why a visit ended. `STAFF` want to sign in, or have had everything begun anew by `RESTART`."""

    FINISHED = "finished"
    LEFT = "left"
    STAFF = "staff"
    RESTART = "restart"


@dataclass(frozen=True, slots=True)
class RunSearch:
    """Answered by `SearchAnswered`."""

    words: str
    language: Language


@dataclass(frozen=True, slots=True)
class OpenForm:
    """Answered by `FormOpened` or `FormClosed`."""

    service: PublicService
    channel: Channel


@dataclass(frozen=True, slots=True)
class Seal:
    """Put it on the disk. Answered by `Sealed` or `SealFailed`."""

    service: PublicService
    channel: Channel
    entry: "Entry"
    language: Language
    files: tuple[FileHeld, ...] = ()


@dataclass(frozen=True, slots=True)
class LookForFiles:
    """Look where files can be handed over. Answered by `FilesFound`. `takes` is the media type of the question."""

    path: QuestionPath
    takes: str


@dataclass(frozen=True, slots=True)
class TakeFile:
    """Read one of the files that were found. Answered by `FileTaken` or `FileRefused`.

    `largest` is how many bytes its question takes, 0 for as many as the machine does.
    """

    path: QuestionPath
    place: str
    takes: str
    largest: int = 0


FileEffect = LookForFiles | TakeFile | MakingEffect


@dataclass(frozen=True, slots=True)
class Watch:
    """Report where this submission is, now and whenever it changes, by `DeliveryChanged`."""

    submission: SubmissionId


@dataclass(frozen=True, slots=True)
class ListAll:
    """Everything that was sent from this machine. Asked for at home only. Answered by `AllListed`."""


@dataclass(frozen=True, slots=True)
class LookUp:
    """Answered by `NumberLookedUp`."""

    typed: str


@dataclass(frozen=True, slots=True)
class CheckReceipt:
    """Tell whether a machine of this authority printed a code. Answered by `ReceiptJudged`."""

    text: str


@dataclass(frozen=True, slots=True)
class DescribeMachine:
    """Count what lies on the machine. Answered by `MachineDescribed`."""


@dataclass(frozen=True, slots=True)
class CallPerson:
    """Ask somebody to come to the machine, or tell them that nobody needs to any more."""

    wanted: bool = True


@dataclass(frozen=True, slots=True)
class TakeCard:
    """Read what a card or a code holds, and use it. Answered by `CardTaken` or `CardUnknown`."""

    text: str


@dataclass(frozen=True, slots=True)
class KeepCard:
    """Put the settings on paper, or else into a file. Answered by `CardKept`."""

    on_paper: bool


@dataclass(frozen=True, slots=True)
class OpenCard:
    """Take the settings that were saved as a file. Answered as `TakeCard` is, or by `NoCardFile`."""


@dataclass(frozen=True, slots=True)
class LookForCard:
    """Look for a card with the camera. Answered by `CardShown` or `CameraEnded`."""


@dataclass(frozen=True, slots=True)
class StopLooking:
    """Let go of the camera."""


CardEffect = TakeCard | KeepCard | OpenCard | LookForCard | StopLooking


@dataclass(frozen=True, slots=True)
class EndVisit:
    """The visit is over: forget everything by ending its process."""

    ending: Ending


Effect = (
    RunSearch
    | OpenForm
    | DraftEffect
    | OwnListEffect
    | Seal
    | FileEffect
    | MapEffect
    | Watch
    | ListAll
    | LookUp
    | CheckReceipt
    | DescribeMachine
    | PaperEffect
    | HearingEffect
    | CallPerson
    | CardEffect
    | ProfileEffect
    | StaffEffect
    | EndVisit
)
