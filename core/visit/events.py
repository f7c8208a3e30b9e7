# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
# ruff: noqa: PLC0414 - one vocabulary in several files, and all of it can be said from here
"""Everything that can happen to a visit: what a person does, and what the outside world answers."""

from dataclasses import dataclass

from core.ids import QuestionPath
from core.visit.answers import AllListed as AllListed
from core.visit.answers import DeliveryChanged as DeliveryChanged
from core.visit.answers import Felt as Felt
from core.visit.answers import FormClosed as FormClosed
from core.visit.answers import FormOpened as FormOpened
from core.visit.answers import Hindrance as Hindrance
from core.visit.answers import NumberLookedUp as NumberLookedUp
from core.visit.answers import PageArrived as PageArrived
from core.visit.answers import PageMeasured as PageMeasured
from core.visit.answers import Printed as Printed
from core.visit.answers import Sealed as Sealed
from core.visit.answers import SealFailed as SealFailed
from core.visit.answers import SearchAnswered as SearchAnswered
from core.visit.answers import ShelfChanged as ShelfChanged
from core.visit.answers import SpeechEnded as SpeechEnded
from core.visit.answers import Tick as Tick
from core.visit.by_person import ByPerson as ByPerson
from core.visit.card_events import CameraEnded as CameraEnded
from core.visit.card_events import CameraPressed as CameraPressed
from core.visit.card_events import CardFilePressed as CardFilePressed
from core.visit.card_events import CardKept as CardKept
from core.visit.card_events import CardPressed as CardPressed
from core.visit.card_events import CardPrintPressed as CardPrintPressed
from core.visit.card_events import CardSavePressed as CardSavePressed
from core.visit.card_events import CardShown as CardShown
from core.visit.card_events import CardTaken as CardTaken
from core.visit.card_events import CardUnknown as CardUnknown
from core.visit.card_events import CodeEntered as CodeEntered
from core.visit.card_events import CodePressed as CodePressed
from core.visit.card_events import CodeTyped as CodeTyped
from core.visit.card_events import NoCardFile as NoCardFile
from core.visit.draft_events import BegunPressed as BegunPressed
from core.visit.draft_events import DiscardConfirmed as DiscardConfirmed
from core.visit.draft_events import Discarded as Discarded
from core.visit.draft_events import DiscardPressed as DiscardPressed
from core.visit.draft_events import DraftNotKept as DraftNotKept
from core.visit.draft_events import DraftsHere as DraftsHere
from core.visit.draft_events import KeepPressed as KeepPressed
from core.visit.draft_events import Mended as Mended
from core.visit.draft_events import MendPressed as MendPressed
from core.visit.draft_events import RestoredDraft as RestoredDraft
from core.visit.file_events import FileChosen as FileChosen
from core.visit.file_events import FileMade as FileMade
from core.visit.file_events import FileRefused as FileRefused
from core.visit.file_events import FilesFound as FilesFound
from core.visit.file_events import FilesPressed as FilesPressed
from core.visit.file_events import FileTaken as FileTaken
from core.visit.filling_events import AfreshConfirmed as AfreshConfirmed
from core.visit.filling_events import AnswerGiven as AnswerGiven
from core.visit.filling_events import ChangePressed as ChangePressed
from core.visit.filling_events import ContinuePressed as ContinuePressed
from core.visit.filling_events import LaterPressed as LaterPressed
from core.visit.filling_events import ListSearched as ListSearched
from core.visit.filling_events import MorePressed as MorePressed
from core.visit.filling_events import SaidBeforePressed as SaidBeforePressed
from core.visit.filling_events import SendPressed as SendPressed
from core.visit.filling_events import SkipPressed as SkipPressed
from core.visit.filling_events import StartAfreshPressed as StartAfreshPressed
from core.visit.filling_events import StartPressed as StartPressed
from core.visit.filling_events import StopPressed as StopPressed
from core.visit.filling_events import UndoPressed as UndoPressed
from core.visit.finding_events import LifeEventChosen as LifeEventChosen
from core.visit.finding_events import MoreEventsPressed as MoreEventsPressed
from core.visit.finding_events import NewsPressed as NewsPressed
from core.visit.finding_events import SearchOpened as SearchOpened
from core.visit.finding_events import ServiceChosen as ServiceChosen
from core.visit.finding_events import WordsTyped as WordsTyped
from core.visit.hearing_events import PausePressed as PausePressed
from core.visit.hearing_events import ReadAloudPressed as ReadAloudPressed
from core.visit.hearing_events import RepeatPressed as RepeatPressed
from core.visit.hearing_events import SpellPressed as SpellPressed
from core.visit.help_events import ActConfirmed as ActConfirmed
from core.visit.help_events import ActRefused as ActRefused
from core.visit.help_events import CallBackPressed as CallBackPressed
from core.visit.help_events import CallPressed as CallPressed
from core.visit.help_events import HelperPressed as HelperPressed
from core.visit.help_events import HelpPressed as HelpPressed
from core.visit.help_events import HidePressed as HidePressed
from core.visit.help_events import UncoverPressed as UncoverPressed
from core.visit.list_events import AddPressed as AddPressed
from core.visit.list_events import RemovePressed as RemovePressed
from core.visit.machine_events import EndKnown as EndKnown
from core.visit.machine_events import FromMachine as FromMachine
from core.visit.machine_events import MachineDescribed as MachineDescribed
from core.visit.making_events import HearPressed as HearPressed
from core.visit.making_events import Made as Made
from core.visit.making_events import MakePressed as MakePressed
from core.visit.making_events import MakingEnded as MakingEnded
from core.visit.making_events import Seen as Seen
from core.visit.making_events import StopMakingPressed as StopMakingPressed
from core.visit.making_events import TakePressed as TakePressed
from core.visit.making_events import UsePressed as UsePressed
from core.visit.map_events import FromMap as FromMap
from core.visit.map_events import MapAimed as MapAimed
from core.visit.map_events import MapDrawn as MapDrawn
from core.visit.map_events import MapMoved as MapMoved
from core.visit.map_events import MapOpened as MapOpened
from core.visit.map_events import MapPressed as MapPressed
from core.visit.map_events import MapUnreadable as MapUnreadable
from core.visit.map_events import MapZoomed as MapZoomed
from core.visit.map_events import PlaceShown as PlaceShown
from core.visit.media_events import PicturesPressed as PicturesPressed
from core.visit.media_events import SoundPressed as SoundPressed
from core.visit.number_events import ApplicationChosen as ApplicationChosen
from core.visit.number_events import NumberEntered as NumberEntered
from core.visit.number_events import NumberTyped as NumberTyped
from core.visit.number_events import StatusOpened as StatusOpened
from core.visit.own_list_events import OwnListEmptied as OwnListEmptied
from core.visit.own_list_events import OwnListOpened as OwnListOpened
from core.visit.own_list_events import OwnPressed as OwnPressed
from core.visit.own_list_events import OwnServicesHere as OwnServicesHere
from core.visit.own_list_events import OwnServicesNotKept as OwnServicesNotKept
from core.visit.profile_events import ProfileAnswer as ProfileAnswer
from core.visit.receipt_events import ReceiptCheckOpened as ReceiptCheckOpened
from core.visit.receipt_events import ReceiptEntered as ReceiptEntered
from core.visit.receipt_events import ReceiptFollowed as ReceiptFollowed
from core.visit.receipt_events import ReceiptJudged as ReceiptJudged
from core.visit.receipt_events import ReceiptTyped as ReceiptTyped
from core.visit.settings_pages import ComfortPart
from core.visit.threshold import LanguageChosen as LanguageChosen
from core.visit.threshold import LanguagesPressed as LanguagesPressed
from core.visit.threshold import MachineOpened as MachineOpened
from core.visit.way_pages import WayPage


@dataclass(frozen=True, slots=True)
class Touched(ByPerson):
    """Any sign of life that means nothing else, for example a touch beside the buttons, or 'yes, I am here'."""


@dataclass(frozen=True, slots=True)
class SecretPressed(ByPerson):
    """Show a secret that was written, or hide it again (PRV-07)."""


@dataclass(frozen=True, slots=True)
class Missed(ByPerson):
    """A press beside everything, at a steady time in seconds. A sign of life, and perhaps of trouble."""

    at: float


@dataclass(frozen=True, slots=True)
class PrintPressed(ByPerson):
    """Print what the page offers: a receipt, a sealed note, what to bring, or the form."""


@dataclass(frozen=True, slots=True)
class AnotherThingPressed(ByPerson):
    """Do another thing: back to the home page, same person."""


@dataclass(frozen=True, slots=True)
class BackPressed(ByPerson):
    """One step back; never loses an answer."""


@dataclass(frozen=True, slots=True)
class PaceChosen(ByPerson):
    """Preferences were chosen. `assisted` tells whether everything is to be larger and slower from now on, `apart`
    whether each question is to have a page of its own. `at` is the question of a page with several at which somebody
    was last."""

    assisted: bool
    apart: bool = False
    at: QuestionPath | None = None


@dataclass(frozen=True, slots=True)
class ComfortPressed(ByPerson):
    """Settings."""


@dataclass(frozen=True, slots=True)
class ComfortPartChosen(ByPerson):
    """One part of the settings."""

    part: ComfortPart


@dataclass(frozen=True, slots=True)
class WayPageChanged(ByPerson):
    """One of the pages about the way of pressing, as it is to be now; to come to it, or after a press on it."""

    page: WayPage


@dataclass(frozen=True, slots=True)
class FinishPressed(ByPerson):
    """Finish. Asks first if answers would be lost."""


@dataclass(frozen=True, slots=True)
class FinishConfirmed(ByPerson):
    """Finish, and forget what was not sent."""


FromHome = DraftsHere | DraftNotKept | Mended | Discarded | OwnServicesHere | OwnServicesNotKept

Event = (
    ByPerson
    | ShelfChanged
    | SearchAnswered
    | FormOpened
    | FormClosed
    | FromHome
    | ProfileAnswer
    | FromMap
    | FilesFound
    | FileTaken
    | FileRefused
    | Seen
    | Made
    | MakingEnded
    | Sealed
    | SealFailed
    | DeliveryChanged
    | AllListed
    | NumberLookedUp
    | ReceiptJudged
    | FromMachine
    | Printed
    | SpeechEnded
    | PageArrived
    | PageMeasured
    | CardTaken
    | CardUnknown
    | CardKept
    | NoCardFile
    | CameraEnded
    | Felt
    | Tick
)
